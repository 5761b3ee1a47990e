package io.github.managedservice.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that runs a class of the benchmarks in a JVM like this one. */
final class JavaCommand {

    private JavaCommand() {}

    static List<String> of(Class<?> mainClass, String... arguments) {
        return command(List.of("-XX:TieredStopAtLevel=1"), mainClass, arguments);
    }

    /** With the JVM as it is by default. */
    static List<String> plain(Class<?> mainClass, String... arguments) {
        return command(List.of(), mainClass, arguments);
    }

    private static List<String> command(List<String> options, Class<?> mainClass, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
        words.addAll(List.of(arguments));
        return words;
    }
}
