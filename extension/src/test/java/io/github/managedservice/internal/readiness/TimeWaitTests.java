package io.github.managedservice.internal.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that sets no SO_REUSEADDR can only bind its port again where no connection is in TIME_WAIT on that. */
@EnabledOnOs(OS.LINUX)
class TimeWaitTests {

    private static final String TIME_WAIT = "06";

    private final CountDownLatch closed = new CountDownLatch(1);

    @ParameterizedTest
    @ValueSource(strings = {TalkingServer.OK, TalkingServer.BUSY, "", "SSH-2.0-OpenSSH_9.2\r\n"})
    void none_is_left_by_a_probe_of_http_whose_answer_was_read_to_its_end(String answer) throws Exception {
        try (TalkingServer server = TalkingServer.ofAll((number, client) -> {
            readRequest(client.getInputStream().readNBytes(1));
            client.getInputStream().readNBytes(client.getInputStream().available());
            TalkingServer.answer(client, answer);
        })) {
            HttpProbes.of(server.url("http")).attempt();

            assertThat(inTimeWait(server.port())).isEmpty();
        }
    }

    @Test
    void none_is_left_by_a_probe_of_https() throws Exception {
        try (TalkingServer server = TalkingServer.on(TestKeys.listener(), (number, client) -> {
            readRequest(client.getInputStream().readNBytes(1));
            TalkingServer.answer(client, TalkingServer.OK);
        })) {
            assertThat(HttpProbes.of(server.url("https")).attempt()).isEqualTo(new ProbeResult.Ready());

            assertThat(inTimeWait(server.port())).isEmpty();
        }
    }

    @Test
    void none_is_left_by_a_probe_of_tcp() throws Exception {
        try (TalkingServer server = TalkingServer.ofAll((number, client) -> {
            TalkingServer.awaitEnd(client);
            client.close();
            closed.countDown();
        })) {
            assertThat(new TcpProbe("127.0.0.1", server.port()).attempt()).isEqualTo(new ProbeResult.Ready());

            assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(inTimeWait(server.port())).isEmpty();
        }
    }

    private static void readRequest(byte... first) throws IOException {
        if (first.length == 0) {
            throw new IOException("There is no request.");
        }
    }

    /** The lines of the kernel about connections whose end here has this port. */
    private static Stream<String> inTimeWait(int port) throws IOException {
        String local = String.format(Locale.ROOT, ":%04X", port);
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(TimeWaitTests::lines)
                .filter(line -> {
                    String[] fields = line.strip().split("\\s+", -1);
                    return fields[1].endsWith(local) && fields[3].equals(TIME_WAIT);
                });
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                    .skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
