package io.github.managedservice.internal.output;

import io.github.managedservice.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Another JVM that writes a log, reads it as a test would, and holds it until it is ended. */
final class LogHolder implements AutoCloseable {

    private final Process process;
    private final Path file;

    private LogHolder(Process process, Path file) {
        this.process = process;
        this.file = file;
    }

    static LogHolder start(Path wanted) throws IOException {
        Process process = new ProcessBuilder(JavaCommand.of(List.of(), LogHolder.class, wanted.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader reader = process.inputReader();
        return new LogHolder(process, Path.of(String.valueOf(reader.readLine())));
    }

    Path file() {
        return file;
    }

    /** Ends it with SIGKILL. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] arguments) throws IOException {
        OutputLog log = OutputLog.open(Path.of(arguments[0]));
        new Printing(log).out("held\n");
        Files.readString(log.file());
        System.out.println(log.file());
        if (System.in.read() < 0) {
            log.close();
        }
    }
}
