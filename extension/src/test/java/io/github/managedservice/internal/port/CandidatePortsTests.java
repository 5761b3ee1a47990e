package io.github.managedservice.internal.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidatePortsTests {

    private static final PortSet USUAL = PortSet.ofKernel("32768\t60999", "");

    @Test
    void walks_in_a_circle_from_anywhere() {
        CandidatePorts candidates = new CandidatePorts(new int[] {1, 2, 3}, 7);

        assertThat(walk(candidates, 4)).containsExactly(2, 3, 1, 2);
    }

    @Test
    void goes_on_when_the_count_overflows() {
        CandidatePorts candidates = new CandidatePorts(new int[] {1, 2, 3}, Integer.MAX_VALUE);

        assertThat(IntStream.of(walk(candidates, 2))).isSubsetOf(1, 2, 3);
    }

    @Test
    void are_above_known_services_and_below_node_ports() {
        CandidatePorts candidates = CandidatePorts.of(USUAL, 0);

        assertThat(walk(candidates, candidates.size()))
                .startsWith(10_000)
                .endsWith(29_999)
                .doesNotContain(10_080)
                .doesNotHaveDuplicates();
    }

    @Test
    void leave_out_what_the_kernel_gives_away_and_what_is_reserved() {
        CandidatePorts candidates = CandidatePorts.of(PortSet.ofKernel("15000\t61000", "10000-10009"), 0);

        assertThat(walk(candidates, candidates.size())).startsWith(10_010).endsWith(14_999);
    }

    @Test
    void are_lower_where_the_ephemeral_range_begins_at_10000() {
        CandidatePorts candidates = CandidatePorts.of(PortSet.ofKernel("10000\t65535", ""), 0);

        assertThat(walk(candidates, candidates.size()))
                .startsWith(2_000)
                .endsWith(9_999)
                .doesNotContain(2049, 5060, 6000, 6667);
    }

    @Test
    void are_ephemeral_where_nearly_all_is() {
        CandidatePorts candidates = CandidatePorts.of(PortSet.ofKernel("1024\t65535", ""), 0);

        assertThat(walk(candidates, candidates.size())).startsWith(10_000).endsWith(29_999);
    }

    private static int[] walk(CandidatePorts candidates, int steps) {
        return IntStream.range(0, steps).map(step -> candidates.next()).toArray();
    }
}
