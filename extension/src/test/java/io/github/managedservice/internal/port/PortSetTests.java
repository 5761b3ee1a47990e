package io.github.managedservice.internal.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortSetTests {

    @Test
    void reads_numbers_and_ranges() {
        PortSet set = PortSet.parse("8080,9148-9150\n");

        assertThat(membersOf(set)).containsExactly(8080, 9148, 9149, 9150);
    }

    @Test
    void reads_nothing_as_no_port() {
        assertThat(membersOf(PortSet.parse("\n"))).isEmpty();
    }

    @Test
    void joins_two_sets() {
        PortSet both = PortSet.parse("1-2").and(PortSet.parse("2-3,65535"));

        assertThat(membersOf(both)).containsExactly(1, 2, 3, 65535);
    }

    private static List<Integer> membersOf(PortSet set) {
        return IntStream.rangeClosed(0, 65536).filter(set::contains).boxed().toList();
    }
}
