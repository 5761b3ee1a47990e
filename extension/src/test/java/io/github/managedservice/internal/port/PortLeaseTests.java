package io.github.managedservice.internal.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.managedservice.UnleasedPort;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("A port that it gave back may be leased by any service of any other test")
class PortLeaseTests {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void a_service_can_listen_on_a_leased_port(String address) throws Exception {
        try (PortLease lease = PortLease.lease();
                Listener service = Listener.on(address, lease.port())) {

            assertThat(service.port()).isEqualTo(lease.port());
        }
    }

    @Test
    void leased_ports_are_not_ones_the_kernel_gives_away() throws Exception {
        try (PortLease lease = PortLease.lease()) {

            assertThat(PortSet.ofThisKernel().contains(lease.port())).isFalse();
        }
    }

    @Test
    void a_port_does_not_come_again_soon_after_it_was_returned() throws Exception {
        Set<Integer> ports = new HashSet<>();

        for (int i = 0; i < 100; i++) {
            PortLease lease = PortLease.lease();
            lease.close();
            ports.add(lease.port());
        }

        assertThat(ports).hasSize(100);
    }

    @Test
    void a_taken_candidate_is_passed_over() throws Exception {
        try (Listener stranger = Listener.on("127.0.0.1")) {
            int free = UnleasedPort.find();

            try (PortLease lease = PortLease.lease(new CandidatePorts(new int[] {stranger.port(), free}, 0))) {

                assertThat(lease.port()).isEqualTo(free);
            }
        }
    }

    @Test
    void a_candidate_that_was_passed_over_is_not_held() throws Exception {
        int port;
        try (Listener stranger = Listener.on("127.0.0.1")) {
            port = stranger.port();
            CandidatePorts candidates = new CandidatePorts(new int[] {port}, 0);

            assertThatIOException()
                    .isThrownBy(() -> PortLease.lease(candidates))
                    .withMessage("No port is free: all 1 candidates are taken or leased by test runs on this machine");
        }

        try (PortLease claim = PortLease.claim(port)) {
            assertThat(claim.port()).isEqualTo(port);
        }
    }

    @Test
    void a_claim_says_where_the_port_is_taken() throws Exception {
        try (Listener stranger = Listener.on("127.0.0.1")) {

            assertThatIOException()
                    .isThrownBy(() -> PortLease.claim(stranger.port()))
                    .withMessage("Port " + stranger.port() + " is taken on 127.0.0.1: Address already in use");
        }
    }

    @Test
    void a_claim_says_that_this_run_leased_the_port() throws Exception {
        try (PortLease lease = PortLease.lease()) {

            assertThatIOException()
                    .isThrownBy(() -> PortLease.claim(lease.port()))
                    .withMessage("Port " + lease.port() + " is leased by another service of this test run");
        }
    }

    @Test
    void a_returned_port_can_be_claimed() throws Exception {
        int port = UnleasedPort.find();
        PortLease.claim(port).close();

        try (PortLease claim = PortLease.claim(port)) {

            assertThat(claim.port()).isEqualTo(port);
        }
    }

    @Test
    void a_second_close_does_not_take_the_port_from_its_next_holder() throws Exception {
        PortLease first = PortLease.claim(UnleasedPort.find());
        first.close();
        try (PortLease next = PortLease.claim(first.port())) {

            first.close();

            assertThatIOException()
                    .isThrownBy(() -> PortLease.claim(next.port()))
                    .withMessageEndingWith("is leased by another service of this test run");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536})
    void a_claim_refuses_what_is_no_port(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortLease.claim(port))
                .withMessage("A TCP port is a number from 1 to 65535, not " + port);
    }
}
