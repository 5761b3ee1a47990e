package io.github.managedservice.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(OS.LINUX)
class ListeningSocketsTests {

    private final long self = ProcessHandle.current().pid();

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "0.0.0.0, 127.0.0.1",
        "127.0.0.1, localhost",
        "::1, ::1",
        "::1, [::1]",
        "::1, localhost"
    })
    void finds_who_answers(String bound, String asked) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName(bound))) {

            ListeningSockets sockets = ListeningSockets.on(asked, socket.getLocalPort());

            assertThat(sockets.heldBy(self)).isTrue();
            assertThat(sockets.heldBy(1_000_000_000)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.2, 127.0.0.1", "127.0.0.1, ::1", "127.0.0.1, example.org"})
    void does_not_take_another_address_for_an_answer(String bound, String asked) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName(bound))) {

            ListeningSockets sockets = ListeningSockets.on(asked, socket.getLocalPort());

            assertThat(sockets.links()).isEmpty();
        }
    }
}
