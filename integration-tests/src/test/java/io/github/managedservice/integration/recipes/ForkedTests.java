package io.github.managedservice.integration.recipes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A JVM that runs the tests of one class, to be killed from outside. */
final class ForkedTests implements AutoCloseable {

    private static final String STARTED = "started";
    private static final String PORT = "port ";

    private final Process jvm;
    private final BufferedReader output;

    private ForkedTests(Process jvm) {
        this.jvm = jvm;
        this.output = jvm.inputReader(UTF_8);
    }

    static ForkedTests start(Class<?> tests) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        Stream.of("services.directory", "ssh.config", "database.address")
                .filter(name -> System.getProperty(name) != null)
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of(ForkedTests.class.getName(), tests.getName()));
        return new ForkedTests(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Is what the JVM runs. */
    public static void main(String[] tests) {
        Logger log = Logger.getLogger("io.github.managedservice");
        log.addHandler(new Announcement());
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(tests[0]))
                        .build());
    }

    /** Waits until the service's program has been spawned. */
    void awaitStart() throws IOException {
        await(STARTED);
    }

    /** Waits until a test says that it has the service on this port. */
    int awaitPort() throws IOException {
        return Integer.parseInt(await(PORT).substring(PORT.length()));
    }

    private String await(String beginning) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("The forked tests have ended without a line \"" + beginning + "\"");
    }

    /** Kills the JVM and waits until its guard and all else that it had started have ended. */
    void kill() throws Exception {
        List<ProcessHandle> children = jvm.toHandle().children().toList();
        jvm.destroyForcibly().waitFor();
        for (ProcessHandle child : children) {
            child.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() throws IOException {
        jvm.destroyForcibly();
        output.close();
    }

    /** Says on standard output what the library says of its service. */
    private static final class Announcement extends Handler {

        @Override
        public void publish(LogRecord record) {
            if (record.getMessage().contains(" started: ")) {
                System.out.println(STARTED);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
