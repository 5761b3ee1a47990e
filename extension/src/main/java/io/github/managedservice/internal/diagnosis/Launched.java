package io.github.managedservice.internal.diagnosis;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was to run.
 *
 * @param command program and arguments
 * @param directory where
 * @param environment all variables
 * @param ports those that the service has for itself
 */
public record Launched(List<String> command, Path directory, Map<String, String> environment, Set<Integer> ports) {

    /** Copies the collections. */
    public Launched {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        ports = Set.copyOf(ports);
    }

    /** The file of the program, without its folder. */
    String programName() {
        String program = command.get(0);
        return program.substring(program.lastIndexOf('/') + 1);
    }

    /** Whether the command or a variable has a number, as that of a port. */
    boolean mentions(int number) {
        Pattern words = Pattern.compile("(?<!\\d)" + number + "(?!\\d)");
        return Stream.concat(command.stream(), environment.values().stream())
                .anyMatch(text -> words.matcher(text).find());
    }

    /** Where programs are sought; execvp(3) has a default of its own. */
    String path() {
        return environment.getOrDefault("PATH", "/bin:/usr/bin");
    }
}
