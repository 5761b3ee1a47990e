package io.github.managedservice.internal.port;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.managedservice.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Another JVM on this machine that runs the {@link LeasingProgram}. */
final class LeasingJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private LeasingJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static LeasingJvm start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    static LeasingJvm start(List<String> options, String... arguments) throws IOException {
        return new LeasingJvm(builder(options, arguments).start());
    }

    static ProcessBuilder builder(List<String> options, String... arguments) {
        List<String> all = new ArrayList<>(JavaCommand.QUICK);
        all.addAll(options);
        return new ProcessBuilder(JavaCommand.of(all, LeasingProgram.class, arguments)).redirectErrorStream(true);
    }

    String line() throws IOException {
        return String.valueOf(output.readLine());
    }

    void go() throws IOException {
        process.outputWriter().write("go\n");
        process.outputWriter().flush();
    }

    /** Sends SIGKILL, and waits until the process is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends its input, which ends the program and its child, and waits. */
    @Override
    public void close() throws IOException {
        try {
            process.outputWriter().close();
            process.onExit().completeOnTimeout(process, 10, SECONDS).join();
        } finally {
            kill();
        }
    }
}
