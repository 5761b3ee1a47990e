package io.github.managedservice.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTests {

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "'', ''",
        "${port}, 7",
        "redis://${host}:${port}/0, redis://local:7/0",
        "${port}${port}, 77",
        "$${port}, ${port}",
        "$$${port}, $${port}",
        "$5 and {port} and }, $5 and {port} and }",
        "${none:-other}, other",
        "${none:-}, ''",
        "${port:-other}, 7",
        "${none:-<${host}>}, <local>",
        "${none:-a:-b}, a:-b",
        "${none:-$${host}}, ${host}",
    })
    void fills_placeholders(String template, String filled) {
        Map<String, String> values = Map.of("port", "7", "host", "local");

        String result = Template.parse(template).fill(name -> Optional.ofNullable(values.get(name)));

        assertThat(result).isEqualTo(filled);
    }

    @Test
    void names_its_placeholders_and_those_in_defaults() {
        Template template = Template.parse("${a} ${b:-${c}} $${d}");

        assertThat(template.names()).containsExactly("a", "b", "c");
    }

    @Test
    void does_not_fill_what_a_value_holds() {
        Template template = Template.parse("${a}");

        assertThat(template.fill(name -> Optional.of("${b}"))).isEqualTo("${b}");
    }

    @ParameterizedTest
    @CsvSource({
        "a ${port, the placeholder at index 2 has no closing '}'",
        "${a:-${b}, the placeholder at index 0 has no closing '}'",
        "a ${}, the placeholder at index 2 has no name",
        "${:-b}, the placeholder at index 0 has no name",
    })
    void refuses_what_is_no_placeholder(String template, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Template.parse(template))
                .withMessage(message);
    }

    @Test
    void refuses_to_fill_a_name_without_a_value() {
        Template template = Template.parse("${group}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.fill(name -> Optional.empty()))
                .withMessage("'${group}' has no value here; a default can be given: '${group:-…}'");
    }
}
