package io.github.managedservice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command of another JVM that has the class path of this one. */
public final class JavaCommand {

    /** For a JVM that does not live long. */
    public static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private JavaCommand() {}

    public static List<String> of(List<String> options, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
