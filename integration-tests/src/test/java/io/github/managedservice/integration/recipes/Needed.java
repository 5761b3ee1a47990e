package io.github.managedservice.integration.recipes;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/**
 * Programs that a recipe is tested with, which no Maven repository has.
 *
 * @param packages what brings them on Debian and its like
 * @param programs names that must be in PATH, or paths
 */
record Needed(String packages, List<String> programs) {

    /** Disables a test where one is missing. */
    ConditionEvaluationResult condition() {
        List<String> missing =
                programs.stream().filter(program -> !isThere(program)).toList();
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("All programs are there")
                : ConditionEvaluationResult.disabled(
                        String.join(", ", missing) + " missing: apt-get install " + packages);
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder).resolve(program))
                .anyMatch(Files::isExecutable);
    }
}
