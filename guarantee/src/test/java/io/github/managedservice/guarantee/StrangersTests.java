package io.github.managedservice.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StrangersTests {

    @Test
    @Timeout(10)
    void tell_who_was_killed(@TempDir Path parent) {
        RoundDirectory directory = RoundDirectory.create(parent, Habit.PLAIN.script());
        try (Hand hand = Hand.start();
                Strangers strangers = Strangers.start(directory, Surroundings.USUAL, hand)) {
            Identity killed = strangers.identities().iterator().next();

            hand.kill(killed);

            while (Proc.lives(killed)) {
                Thread.onSpinWait();
            }
            assertThat(strangers.touched())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            StrangerProcess.class,
                            touched -> assertThat(touched.identity()).isEqualTo(killed));
        }
    }

    @Test
    @Timeout(20)
    void leave_the_port_of_the_service_when_they_have_been_looked_at(@TempDir Path parent) throws IOException {
        RoundDirectory directory = RoundDirectory.create(parent, Habit.PLAIN.script());
        int port = freePort();
        directory.write("ports", port + "\n");
        ServicePorts ports = new ServicePorts(directory);
        try (Hand hand = Hand.start();
                Strangers strangers = Strangers.start(directory, Surroundings.USUAL, hand)) {
            strangers.startOnPort(port);
            List<Survivor> before = ports.taken(Duration.ZERO);

            strangers.leavePorts();

            assertThat(before).hasSize(1);
            assertThat(ports.taken(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void are_untouched_when_a_signal_is_meant_for_who_had_the_pid_before(@TempDir Path parent) {
        RoundDirectory directory = RoundDirectory.create(parent, Habit.PLAIN.script());
        try (Hand hand = Hand.start();
                Strangers strangers = Strangers.start(directory, Surroundings.USUAL, hand)) {
            List<Identity> before = strangers.identities().stream()
                    .map(identity -> new Identity(identity.pid(), identity.start() - 1))
                    .toList();

            int sent = hand.send("KILL", before);

            assertThat(sent).isZero();
            assertThat(strangers.touched()).isEmpty();
        }
    }

    @Test
    void tell_which_file_was_deleted(@TempDir Path parent) throws IOException {
        RoundDirectory directory = RoundDirectory.create(parent, Habit.PLAIN.script());
        try (Hand hand = Hand.start();
                Strangers strangers = Strangers.start(directory, Surroundings.USUAL, hand)) {

            Files.delete(directory.file("precious").resolve("letter"));

            assertThat(strangers.touched())
                    .extracting(Stranger::description)
                    .containsExactly("what a service may mount");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
