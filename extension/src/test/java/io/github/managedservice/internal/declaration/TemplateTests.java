package io.github.managedservice.internal.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
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
        "a ${port and more, 2, 8, the placeholder has no closing '}'",
        "${, 0, 2, the placeholder has no closing '}'",
        "${a:-${b}, 0, 3, the placeholder has no closing '}'",
        "a ${}, 2, 5, the placeholder has no name",
        "${a:-${:-b}}, 5, 11, the placeholder has no name",
    })
    void says_where_a_placeholder_is_none(String template, int start, int end, String what) {
        List<Template.Fault> faults = new ArrayList<>();

        Template.parse(template, faults::add);

        assertThat(faults).containsExactly(new Template.Fault(what, start, end));
    }

    @Test
    void reads_on_after_each_mistake() {
        List<Template.Fault> faults = new ArrayList<>();

        Template template = Template.parse("${} ${a ${b} ${c", faults::add);

        assertThat(faults).extracting(Template.Fault::start).containsExactly(0, 4, 13);
        assertThat(template.names()).containsExactly("", "a", "b", "c");
    }

    @Test
    void refuses_what_nests_too_deeply() {
        String template = "${a:-".repeat(10_000) + "}".repeat(10_000);
        List<Template.Fault> faults = new ArrayList<>();

        Template.parse(template, faults::add);

        assertThat(faults).extracting(Template.Fault::what).containsExactly("placeholders nest deeper than 100 levels");
    }

    @Test
    void shows_the_place_where_there_is_nobody_to_collect_mistakes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Template.parse("http://${host:8080/"))
                .withMessage("""
                        the placeholder has no closing '}'
                          template = "http://${host:8080/"
                                             ^^^^^^""");
    }

    @Test
    void refuses_to_fill_a_name_without_a_value() {
        Template template = Template.parse("${group}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.fill(name -> Optional.empty()))
                .withMessage("'${group}' has no value here; a default can be given: '${group:-…}'");
    }
}
