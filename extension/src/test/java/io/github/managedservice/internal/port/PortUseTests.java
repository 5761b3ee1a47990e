package io.github.managedservice.internal.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("A port that it let go may be bound by any other test")
class PortUseTests {

    @Test
    void a_port_nobody_uses_is_free() throws Exception {
        try (PortLease lease = PortLease.lease()) {

            PortUse use = PortUse.strict(lease.port());

            assertThat(use).isEqualTo(new PortUse(List.of(), ""));
            assertThat(use.isFree()).isTrue();
        }
    }

    @Test
    void finds_a_listener_on_the_ipv4_loopback() throws Exception {
        assertThat(takenBy("127.0.0.1")).containsExactly("127.0.0.1");
    }

    @Test
    void finds_a_listener_on_the_ipv6_loopback() throws Exception {
        assumeThat(LocalAddress.all())
                .as("addresses of IPv6 among those of this machine")
                .anyMatch(LocalAddress::isIpv6);

        assertThat(takenBy("::1")).containsExactly("::1");
    }

    @Test
    void finds_a_listener_on_every_address() throws Exception {
        assertThat(takenBy("0.0.0.0")).startsWith("127.0.0.1").doesNotContain("another address");
    }

    @Test
    void finds_a_listener_on_an_address_of_the_network() throws Exception {
        Optional<String> address = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(candidate -> candidate instanceof Inet4Address && !candidate.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
        assumeThat(address)
                .as("an address besides those of the loopback interface")
                .isPresent();

        assertThat(takenBy(address.orElseThrow())).containsExactly("another address");
    }

    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Test
    void connections_that_linger_count_for_a_lease_and_not_for_a_claim() throws Exception {
        int port = portInTimeWait();

        PortUse strict = PortUse.strict(port);
        PortUse lenient = PortUse.lenient(port);

        assertThat(strict.isFree()).isFalse();
        assertThat(lenient.isFree()).isTrue();
    }

    private static List<String> takenBy(String address) throws Exception {
        try (Listener stranger = Listener.on(address)) {
            assertThat(PortUse.lenient(stranger.port())).isEqualTo(PortUse.strict(stranger.port()));
            return PortUse.strict(stranger.port()).takenOn();
        }
    }

    /** Lets the server close first: that end keeps the connection in TIME_WAIT. */
    private static int portInTimeWait() throws Exception {
        try (Listener server = Listener.on("127.0.0.1");
                Socket client = new Socket(InetAddress.getAllByName("127.0.0.1")[0], server.port())) {
            server.socket().accept().close();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            return server.port();
        }
    }
}
