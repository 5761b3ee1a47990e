package io.github.managedservice.internal.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockAddressesTests {

    private final LockAddresses inAddress = new LockAddresses(List.of(31771, 31773), true);
    private final LockAddresses inUdpPort = new LockAddresses(List.of(31771, 31773), false);

    @Test
    void a_port_has_the_same_address_under_each_udp_port() {
        List<InetSocketAddress> addresses = inAddress.of(40_000);

        assertThat(addresses)
                .containsExactly(
                        new InetSocketAddress("127.77.56.64", 31771), new InetSocketAddress("127.77.56.64", 31773));
    }

    @Test
    void no_two_ports_share_an_address() {
        Set<String> hosts = allPorts()
                .mapToObj(port -> inAddress.of(port).get(0).getHostString())
                .collect(Collectors.toSet());

        assertThat(hosts).hasSize(65535).noneMatch(host -> host.endsWith(".255"));
    }

    @Test
    void with_one_address_only_no_two_unprivileged_ports_share_a_udp_port() {
        Set<Integer> udpPorts = allPorts()
                .filter(port -> port >= 1024)
                .mapToObj(this::udpPortOf)
                .collect(Collectors.toSet());

        assertThat(udpPorts).hasSize(64512).allMatch(udpPort -> udpPort >= 1024 && udpPort <= 65535);
    }

    @Test
    void with_one_address_only_no_leased_port_disturbs_another() {
        IntStream leased = IntStream.rangeClosed(2_000, 29_999);

        assertThat(leased.map(this::udpPortOf)).allMatch(udpPort -> udpPort > 30_000);
    }

    private static IntStream allPorts() {
        return IntStream.rangeClosed(1, 65535);
    }

    private int udpPortOf(int port) {
        return inUdpPort.of(port).get(0).getPort();
    }
}
