package io.github.managedservice.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformTests {

    @Test
    void a_variable_has_one_value_however_windows_writes_its_name() {
        Map<String, String> variables = new Platform(true).variables(Map.of("Path", "a"));

        variables.put("PATH", "b");

        assertThat(variables).containsExactly(Map.entry("Path", "b"));
    }

    @Test
    void elsewhere_two_names_are_two_variables() {
        Map<String, String> variables = new Platform(false).variables(Map.of("Path", "a"));

        variables.put("PATH", "b");

        assertThat(variables).containsOnly(Map.entry("Path", "a"), Map.entry("PATH", "b"));
    }
}
