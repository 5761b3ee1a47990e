package io.github.managedservice.internal.output;

import static io.github.managedservice.internal.output.OutputSource.STDERR;
import static io.github.managedservice.internal.output.OutputSource.STDOUT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.Eventually;
import io.github.managedservice.JavaCommand;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class OutputPumpTests {

    private Path folder;
    private OutputLog log;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        folder = temporary;
        log = OutputLog.open(folder.resolve("service.log"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void drains_both_streams_of_a_process() throws IOException {
        Process process = shell("echo to out; echo to err >&2");
        OutputPump out = OutputPump.start("service-stdout", process.getInputStream(), STDOUT, log);
        OutputPump err = OutputPump.start("service-stderr", process.getErrorStream(), STDERR, log);

        assertThat(out.ended()).succeedsWithin(Eventually.LIMIT);
        assertThat(err.ended()).succeedsWithin(Eventually.LIMIT);

        assertThat(log.lines(0))
                .extracting(line -> line.source() + " " + line.text())
                .containsExactlyInAnyOrder("STDOUT to out", "STDERR to err");
    }

    @Test
    void loses_nothing_of_a_flood() throws IOException {
        Process process = shell("i=0; while [ $i -lt 20000 ]; do i=$((i+1)); echo \"line $i\"; done");
        OutputPump out = OutputPump.start("service-stdout", process.getInputStream(), STDOUT, log);

        assertThat(out.ended()).succeedsWithin(Eventually.LIMIT);

        StringBuilder expected = new StringBuilder();
        for (int line = 1; line <= 20_000; line++) {
            expected.append("line ").append(line).append('\n');
        }
        assertThat(Files.readString(log.file(), UTF_8).contentEquals(expected)).isTrue();
    }

    @Test
    void hears_a_child_that_outlives_the_service() throws Exception {
        Path exit = pipe("exit");
        Path go = pipe("go");
        // Many reads: one that waits keeps the pipe open by itself, but between two of them the JDK can close it.
        String child = "read -r x < '" + go + "'; i=0; while [ $i -lt 5000 ]; do i=$((i+1)); echo late; done";
        Process process = shell("(" + child + ") & read -r x < '" + exit + "'; echo early");
        OutputPump out = OutputPump.start("service-stdout", process.getInputStream(), STDOUT, log);
        Files.writeString(exit, "now\n");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();

        Files.writeString(go, "now\n");

        assertThat(out.ended()).succeedsWithin(Eventually.LIMIT);
        assertThat(log.lines(0))
                .extracting(OutputLine::text)
                .startsWith("early")
                .hasSize(5001);
    }

    @Test
    void goes_on_when_its_thread_is_interrupted() throws Exception {
        Path output = pipe("output");
        Path go = pipe("go");
        Process process = shell("exec >'" + output + "'; echo early; read -r x < '" + go + "'; echo late");
        OutputPump out = OutputPump.start("service-interrupted", new FileInputStream(output.toFile()), STDOUT, log);
        Eventually.holds(() -> log.position() > 0);

        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("service-interrupted"))
                .forEach(Thread::interrupt);
        Files.writeString(go, "now\n");

        assertThat(out.ended()).succeedsWithin(Eventually.LIMIT);
        assertThat(process.waitFor()).isZero();
        assertThat(log.lines(0)).extracting(OutputLine::text).containsExactly("early", "late");
    }

    @Test
    void goes_on_when_the_tests_have_used_up_direct_memory() throws Exception {
        Path input = Files.writeString(folder.resolve("input"), "a line\n".repeat(50_000));
        Path copy = folder.resolve("copy.log");

        int exitCode = new ProcessBuilder(
                        JavaCommand.of(List.of("-XX:MaxDirectMemorySize=16k"), PumpingProgram.class, copy.toString()))
                .inheritIO()
                .redirectInput(input.toFile())
                .start()
                .waitFor();

        assertThat(exitCode).isZero();
        assertThat(copy).hasSameBinaryContentAs(input);
    }

    @Test
    void does_not_wait_for_ever_for_the_end() throws Exception {
        Path exit = pipe("exit");
        Process process = shell("read -r x < '" + exit + "'");
        OutputPump out = OutputPump.start("service-stdout", process.getInputStream(), STDOUT, log);

        assertThat(out.ended()).isNotDone();

        Files.writeString(exit, "now\n");
        assertThat(out.ended()).succeedsWithin(Eventually.LIMIT);
    }

    @Test
    void closes_the_stream_at_its_end_and_tells_the_log() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream nothing = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        OutputPump pump = OutputPump.start("service-stdout", nothing, STDOUT, log);

        assertThat(pump.ended()).succeedsWithin(Eventually.LIMIT);
        assertThat(closed).isTrue();
        assertThat(log.state().ended()).containsExactly(STDOUT);
    }

    @Test
    void takes_a_broken_stream_for_an_ended_one() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return read();
            }
        };

        OutputPump pump = OutputPump.start("service-stdout", broken, STDOUT, log);

        assertThat(pump.ended()).succeedsWithin(Eventually.LIMIT);
        assertThat(log.state().ended()).containsExactly(STDOUT);
    }

    private Path pipe(String name) throws Exception {
        Path pipe = folder.resolve(name);
        assertThat(shell("mkfifo '" + pipe + "'").waitFor()).isZero();
        return pipe;
    }

    private static Process shell(String script) throws IOException {
        return new ProcessBuilder("sh", "-c", script).start();
    }

    /** Drains its own standard input. */
    static final class PumpingProgram {

        private PumpingProgram() {}

        public static void main(String[] arguments) throws IOException {
            try (OutputLog log = OutputLog.open(Path.of(arguments[0]))) {
                OutputPump pump = OutputPump.start("pump", new FileInputStream(FileDescriptor.in), STDOUT, log);
                pump.ended()
                        .orTimeout(Eventually.LIMIT.toSeconds(), TimeUnit.SECONDS)
                        .join();
            }
        }
    }
}
