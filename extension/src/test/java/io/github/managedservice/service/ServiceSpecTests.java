package io.github.managedservice.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    @ParameterizedTest
    @MethodSource("mistakes")
    void names_element_and_value_of_a_mistake(ServiceSpec.Builder builder, String message) {
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessage(message);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(ServiceSpec.builder(), "command = \"[]\": it names no program"),
                arguments(ServiceSpec.builder(" "), "command = \"[ ]\": it names no program"),
                arguments(
                        ServiceSpec.builder("run", "${port"),
                        "command = \"[run, ${port]\": the placeholder at index 0 has no closing '}'"),
                arguments(
                        declared().name("my cache"), "name = \"my cache\": only letters, digits and . _ - may be used"),
                arguments(declared().env("A=1", "B"), "env = \"B\": it must have the form 'name=value'"),
                arguments(
                        declared().systemProperties("=x"),
                        "systemProperties = \"=x\": it must have the form 'name=value'"),
                arguments(
                        declared().directory("${"),
                        "directory = \"${\": the placeholder at index 0 has no closing '}'"),
                arguments(declared().readyPattern("("), "readyPattern = \"(\": Unclosed group at index 1"),
                arguments(
                        declared().failurePattern("["), "failurePattern = \"[\": Unclosed character class at index 0"),
                arguments(
                        declared().timeout(Duration.ZERO),
                        "timeout = \"PT0S\": it must be more than zero and at most 365 days"),
                arguments(
                        declared().stopTimeout(Duration.ofSeconds(-1)),
                        "stopTimeout = \"PT-1S\": it must not be negative, and at most 365 days"),
                arguments(declared().port(65536), "port = \"65536\": it must be from 0 (lease a free one) to 65535"),
                arguments(
                        declared().stopSignal("USR1"),
                        "stopSignal = \"USR1\": it must be one of TERM, INT, QUIT, HUP, KILL"));
    }

    @Test
    void leases_a_port_for_each_name_it_mentions_in_the_order_of_use() {
        ServiceSpec spec = ServiceSpec.builder("run", "${port.admin}", "${port}", "${port.admin}")
                .readyUrl("http://${host}:${port.health}/")
                .build();

        assertThat(spec.ports).containsExactly("admin", "", "health");
    }

    @Test
    void leases_no_port_when_the_output_tells_it() {
        ServiceSpec spec = ServiceSpec.builder("run")
                .readyPattern("listening on (?<port>\\d+)")
                .readyUrl("http://${host}:${port}/")
                .build();

        assertThat(spec.ports).isEmpty();
    }

    private static ServiceSpec.Builder declared() {
        return ServiceSpec.builder("run");
    }
}
