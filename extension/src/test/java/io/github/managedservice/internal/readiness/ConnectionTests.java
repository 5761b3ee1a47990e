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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ConnectionTests {

    private final Deadline deadline = Deadline.in(Duration.ofSeconds(10));

    @EnabledOnOs(OS.LINUX)
    @Test
    void a_connection_to_itself_counts_as_refused() throws Exception {
        try (SocketChannel channel = SocketChannel.open()) {
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            channel.connect(channel.getLocalAddress());

            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> Connection.refuseItself(channel))
                    .withMessage("connected to itself");
        }
    }

    @Test
    void a_literal_ipv6_address_may_have_brackets() throws Exception {
        assumeThat(hasIpv6Loopback()).isTrue();
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getAllByName("::1")[0])) {

            try (Socket socket = Connection.open("[::1]", listener.getLocalPort(), deadline)) {

                assertThat(socket.isConnected()).isTrue();
            }
        }
    }

    @Test
    void every_address_of_a_host_is_tried() throws Exception {
        InetAddress[] addresses = InetAddress.getAllByName("localhost");
        InetAddress last = addresses[addresses.length - 1];
        try (ServerSocket listener = new ServerSocket(0, 1, last)) {

            try (Socket socket = Connection.open("localhost", listener.getLocalPort(), deadline)) {

                assertThat(socket.getInetAddress()).isEqualTo(last);
            }
        }
    }

    private static boolean hasIpv6Loopback() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .anyMatch(address -> address.isLoopbackAddress() && address.getAddress().length == 16);
    }
}
