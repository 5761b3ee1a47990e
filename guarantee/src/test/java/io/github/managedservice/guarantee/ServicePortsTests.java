package io.github.managedservice.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServicePortsTests {

    private RoundDirectory directory;
    private ServicePorts ports;

    @BeforeEach
    void create(@TempDir Path parent) {
        directory = RoundDirectory.create(parent, Habit.PLAIN.script());
        ports = new ServicePorts(directory);
    }

    @Test
    void are_those_of_every_service_of_the_round() {
        directory.write("ports", "20001 20002\n20003 20004\n");

        assertThat(ports.all()).containsExactly(20001, 20002, 20003, 20004);
    }

    @Test
    void are_none_before_a_service_runs() {
        assertThat(ports.all()).isEmpty();
        assertThat(ports.taken(Duration.ZERO)).isEmpty();
    }

    @Test
    void a_port_that_somebody_still_has_is_reported_like_a_survivor() throws IOException {
        try (ServerSocket left = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            directory.write("ports", left.getLocalPort() + "\n");

            assertThat(ports.taken(Duration.ZERO))
                    .extracting(Survivor::toString)
                    .containsExactly(
                            "port " + left.getLocalPort()
                                    + ", cannot be bound on 127.0.0.1: Address already in use (the round's service was given it)",
                            "port " + left.getLocalPort()
                                    + ", cannot be bound on 0.0.0.0: Address already in use (the round's service was given it)");
        }
    }

    @Test
    void a_port_that_nobody_has_any_more_is_free() throws IOException {
        try (ServerSocket left = new ServerSocket(0)) {
            directory.write("ports", left.getLocalPort() + "\n");
        }

        assertThat(ports.taken(Duration.ZERO)).isEmpty();
    }

    @Test
    void a_port_that_somebody_tries_out_just_then_is_free() throws IOException {
        ServerSocket trial = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        directory.write("ports", trial.getLocalPort() + "\n");
        Executor later = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> close(trial), later);

        assertThat(ports.taken(Duration.ofSeconds(20))).isEmpty();

        closed.join();
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
