package io.github.managedservice.internal.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.DatagramSocket;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;

/** Uses UDP ports of its own: to block the real ones would stop every test run on this machine. */
@DisabledOnOs(OS.MAC)
@Isolated("The UDP ports that it finds free may be given to any other test")
class LeaseLockTests {

    private static final int PORT = 4711;

    private LockAddresses addresses = new LockAddresses(List.of(), true);

    @BeforeEach
    void findUdpPorts() throws IOException {
        try (DatagramSocket one = new DatagramSocket();
                DatagramSocket other = new DatagramSocket()) {
            addresses = new LockAddresses(List.of(one.getLocalPort(), other.getLocalPort()), true);
        }
    }

    @Test
    void has_one_holder_until_it_is_closed() throws Exception {
        LeaseLock holder = LeaseLock.tryLock(PORT, addresses).orElseThrow();
        assertThat(LeaseLock.tryLock(PORT, addresses)).isEmpty();

        holder.close();

        LeaseLock.tryLock(PORT, addresses).orElseThrow().close();
    }

    @Test
    void leaves_other_ports_to_others() throws Exception {
        LeaseLock holder = LeaseLock.tryLock(PORT, addresses).orElseThrow();

        LeaseLock other = LeaseLock.tryLock(PORT + 1, addresses).orElseThrow();

        other.close();
        holder.close();
    }

    @Test
    void excludes_while_a_stranger_has_one_of_the_udp_ports() throws Exception {
        try (DatagramSocket stranger = new DatagramSocket(addresses.udpPorts().get(0))) {
            LeaseLock holder = LeaseLock.tryLock(PORT, addresses).orElseThrow();

            assertThat(LeaseLock.tryLock(PORT, addresses)).isEmpty();

            assertThat(stranger.isClosed()).isFalse();
            holder.close();
        }
    }

    @Test
    void excludes_after_a_stranger_has_left() throws Exception {
        DatagramSocket stranger = new DatagramSocket(addresses.udpPorts().get(0));
        LeaseLock holder = LeaseLock.tryLock(PORT, addresses).orElseThrow();

        stranger.close();

        assertThat(LeaseLock.tryLock(PORT, addresses)).isEmpty();
        holder.close();
    }

    @Test
    void keeps_nothing_when_it_was_refused() throws Exception {
        LeaseLock holder;
        try (DatagramSocket stranger = new DatagramSocket(addresses.udpPorts().get(0))) {
            assertThat(stranger.isBound()).isTrue();
            holder = LeaseLock.tryLock(PORT, addresses).orElseThrow();
        }
        assertThat(LeaseLock.tryLock(PORT, addresses)).isEmpty();

        holder.close();

        LeaseLock.tryLock(PORT, addresses).orElseThrow().close();
    }

    @Test
    void says_that_strangers_have_all_of_the_udp_ports() throws Exception {
        try (DatagramSocket one = new DatagramSocket(addresses.udpPorts().get(0));
                DatagramSocket other = new DatagramSocket(addresses.udpPorts().get(1))) {

            assertThatIOException()
                    .isThrownBy(() -> LeaseLock.tryLock(PORT, addresses))
                    .withMessage("No port can be leased: test runs exclude each other by the UDP ports "
                            + one.getLocalPort() + " and " + other.getLocalPort()
                            + ", and other programs have bound both");
        }
    }

    @Test
    void excludes_where_only_one_loopback_address_is_local() throws Exception {
        LockAddresses elsewhere = new LockAddresses(addresses.udpPorts(), false);
        LeaseLock holder = LeaseLock.tryLock(PORT, elsewhere).orElseThrow();

        assertThat(LeaseLock.tryLock(PORT, elsewhere)).isEmpty();

        holder.close();
        LeaseLock.tryLock(PORT, elsewhere).orElseThrow().close();
    }
}
