package io.github.managedservice.internal.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

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
    void the_settings_of_this_machine_can_be_read() {
        assertThatCode(KernelPorts::ofThisMachine).doesNotThrowAnyException();
    }
}
