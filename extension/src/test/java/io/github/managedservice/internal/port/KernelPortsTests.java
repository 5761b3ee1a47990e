package io.github.managedservice.internal.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class KernelPortsTests {

    @Test
    void are_the_ephemeral_and_the_reserved_ones() {
        PortSet ports = KernelPorts.of("32768\t60999\n", "8080,9148-9200\n");

        assertThat(ports.contains(32768)).isTrue();
        assertThat(ports.contains(60999)).isTrue();
        assertThat(ports.contains(9200)).isTrue();
        assertThat(ports.contains(32767)).isFalse();
        assertThat(ports.contains(61000)).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_settings_of_this_machine_are_read_whole() throws Exception {
        Process cat = new ProcessBuilder("cat", "/proc/sys/net/ipv4/ip_local_port_range").start();
        String[] range = new String(cat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .strip()
                .split("\t", -1);

        PortSet ports = KernelPorts.ofThisMachine();

        assertThat(ports.contains(Integer.parseInt(range[0]))).isTrue();
        assertThat(ports.contains(Integer.parseInt(range[1]))).isTrue();
    }
}
