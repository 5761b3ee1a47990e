package io.github.managedservice.internal.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class Ipv6TableTests {

    private final Ipv6Table table = new Ipv6Table(List.of(
            "  sl  local_address                         remote_address                        st tx_queue rx_queue",
            "   0: 00000000000000000000000001000000:1267 00000000000000000000000000000000:0000 0A 00000000:00000000",
            "   1: 00000000000000000000000001000000:1268 00000000000000000000000001000000:1269 06 00000000:00000000"));

    @Test
    void finds_a_listener_by_its_port() {
        assertThat(table.hasListener(4711)).isTrue();
    }

    @Test
    void passes_over_what_does_not_listen() {
        assertThat(table.hasListener(4712)).isFalse();
        assertThat(table.hasListener(4713)).isFalse();
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void reads_the_table_of_this_machine() throws Exception {
        assumeThat(LocalAddress.all())
                .as("addresses of IPv6 among those of this machine")
                .anyMatch(LocalAddress::isIpv6);
        try (Listener listener = Listener.on("::1")) {

            Ipv6Table ofThisMachine = Ipv6Table.read();

            assertThat(ofThisMachine.hasListener(listener.port())).isTrue();
        }
    }
}
