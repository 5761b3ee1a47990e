package io.github.managedservice.guarantee;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the command of a small JVM that starts fast. */
final class JavaProgram {

    private static final List<String> FAST = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx48m");

    private final List<String> jvmArguments = new ArrayList<>(FAST);
    private final List<String> classPath = new ArrayList<>();
    private final String program;
    private String classes = ClassPath.ofThisHarness();

    JavaProgram(String program) {
        this.program = program;
    }

    JavaProgram with(List<String> more) {
        jvmArguments.addAll(more);
        return this;
    }

    /** Where its classes are, if not where those of this harness are. */
    JavaProgram on(String otherClassPath) {
        classes = otherClassPath;
        return this;
    }

    /** Classes and resources that go before all others. */
    JavaProgram shadowedBy(Path directory) {
        classPath.add(directory.toString());
        return this;
    }

    List<String> command(String... arguments) {
        classPath.add(classes);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), program));
        command.addAll(List.of(arguments));
        return command;
    }
}
