package io.github.managedservice.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceSpecTests {

    @ParameterizedTest
    @CsvSource({
        "redis-server --port ${port}, redis-server",
        "/opt/bin/start.sh, start",
        "C:\\tools\\mongod.exe, mongod",
        "python3.11, python3",
        ".hidden, .hidden",
        "${java} -version, java",
        "${env.HOME}/bin/serve, serve",
        "'''/opt/my tool'' run', my-tool",
    })
    void is_named_after_its_program_unless_it_has_a_name(String command, String name) {
        assertThat(ServiceSpec.builder(command).build().name()).isEqualTo(name);
        assertThat(ServiceSpec.builder(command).name("given").build().name()).isEqualTo("given");
    }

    @Test
    void leases_a_port_for_each_name_it_mentions_in_the_order_of_use() {
        ServiceSpec spec = ServiceSpec.builder("run", "${port.admin}", "${port}", "${port.admin}")
                .readyUrl("http://${host}:${port.health}/")
                .build();

        assertThat(spec.declaration().ports()).containsExactly("admin", "", "health");
    }

    @Test
    void leases_no_port_when_the_output_tells_it() {
        ServiceSpec spec = ServiceSpec.builder("run")
                .readyPattern("listening on (?<port>\\d+)")
                .readyUrl("http://${host}:${port}/")
                .build();

        assertThat(spec.declaration().ports()).isEmpty();
    }
}
