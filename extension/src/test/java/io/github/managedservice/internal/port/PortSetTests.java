package io.github.managedservice.internal.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

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

    @Test
    void of_the_kernel_has_the_ephemeral_and_the_reserved_ones() {
        PortSet ports = PortSet.ofKernel("32768\t60999\n", "8080,9148-9200\n");

        assertThat(ports.contains(32768)).isTrue();
        assertThat(ports.contains(60999)).isTrue();
        assertThat(ports.contains(9200)).isTrue();
        assertThat(ports.contains(32767)).isFalse();
        assertThat(ports.contains(61000)).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_settings_of_this_kernel_are_read_whole() throws Exception {
        Process cat = new ProcessBuilder("cat", "/proc/sys/net/ipv4/ip_local_port_range").start();
        String[] range = new String(cat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .strip()
                .split("\t", -1);

        PortSet ports = PortSet.ofThisKernel();

        assertThat(ports.contains(Integer.parseInt(range[0]))).isTrue();
        assertThat(ports.contains(Integer.parseInt(range[1]))).isTrue();
    }

    private static List<Integer> membersOf(PortSet set) {
        return IntStream.rangeClosed(0, 65536).filter(set::contains).boxed().toList();
    }
}
