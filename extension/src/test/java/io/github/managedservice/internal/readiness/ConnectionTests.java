package io.github.managedservice.internal.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ConnectionTests {

    private final Deadline deadline = Deadline.in(Duration.ofMinutes(1));

    @EnabledOnOs(OS.LINUX)
    @Test
    void a_connection_to_itself_counts_as_refused() throws Exception {
        try (SocketChannel channel = SocketChannel.open()) {
            channel.bind(new InetSocketAddress(literal("127.0.0.1"), 0));
            channel.connect(channel.getLocalAddress());

            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> Connection.refuseItself(channel))
                    .withMessage("connected to itself");
        }
    }

    @Test
    void a_literal_ipv6_address_may_have_brackets() throws Exception {
        assumeThat(hasIpv6Loopback()).as("this machine has ::1").isTrue();
        try (ServerSocket listener = new ServerSocket(0, 1, literal("::1"))) {

            try (Socket socket = Connection.open("[::1]", listener.getLocalPort(), deadline)) {

                assertThat(socket.isConnected()).isTrue();
            }
        }
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void every_address_of_a_host_is_tried() throws Exception {
        List<InetAddress> addresses = List.of(literal("127.0.0.3"), literal("127.0.0.2"));
        try (ServerSocket listener = new ServerSocket(0, 1, literal("127.0.0.2"))) {

            try (Socket socket = Connection.open(addresses, listener.getLocalPort(), deadline)) {

                assertThat(socket.getInetAddress()).isEqualTo(literal("127.0.0.2"));
            }
        }
    }

    private static InetAddress literal(String address) throws IOException {
        return InetAddress.getAllByName(address)[0];
    }

    private static boolean hasIpv6Loopback() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .anyMatch(address -> address.isLoopbackAddress() && address.getAddress().length == 16);
    }
}
