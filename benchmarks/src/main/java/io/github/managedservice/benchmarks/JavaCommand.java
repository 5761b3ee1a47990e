package io.github.managedservice.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command that runs a class of the benchmarks in a JVM like this one. */
final class JavaCommand {

    private JavaCommand() {}

    static List<String> of(Class<?> mainClass, String... arguments) {
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                mainClass.getName()),
                        Stream.of(arguments))
                .toList();
    }
}
