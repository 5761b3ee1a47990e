package io.github.managedservice.internal.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ListeningSocketTests {

    private static final String REST = " 00000000:00000000 00:00000000 00000000  1000        0 815 1 0 100 0 0 10 0";

    @Test
    void finds_a_listener_and_passes_over_what_does_not_listen() {
        List<String> table = List.of(
                "  sl  local_address                         remote_address                        st tx_queue rx_queue",
                "   0: 00000000000000000000000001000000:1267 00000000000000000000000000000000:0000 0A" + REST,
                "   1: 00000000000000000000000001000000:1268 00000000000000000000000001000000:1269 06" + REST);

        assertThat(ListeningSocket.parse(table))
                .extracting(ListeningSocket::port)
                .containsExactly(4711);
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void reads_the_table_of_this_machine() throws Exception {
        assumeThat(NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses))
                .as("addresses of IPv6 among those of this machine")
                .anyMatch(Inet6Address.class::isInstance);
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getAllByName("::1")[0])) {

            assertThat(ListeningSocket.isOnIpv6(socket.getLocalPort())).isTrue();
        }
    }
}
