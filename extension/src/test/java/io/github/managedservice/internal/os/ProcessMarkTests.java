package io.github.managedservice.internal.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProcessMarkTests {

    @Test
    void no_two_are_the_same() {
        ProcessMark first = MarkNumbers.newMark();

        ProcessMark second = MarkNumbers.newMark();

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void a_variable_lists_the_marks_of_enclosing_services_first() {
        ProcessMark mark = new ProcessMark(22);

        assertThat(mark.variableValue("")).isEqualTo("22");
        assertThat(mark.variableValue("11:12")).isEqualTo("11:12:22");
    }

    @Test
    void is_found_among_others_but_not_as_part_of_one() {
        ProcessMark mark = new ProcessMark(22);

        assertThat(mark.isIn("22")).isTrue();
        assertThat(mark.isIn("11:22:33")).isTrue();
        assertThat(mark.isIn("11:222")).isFalse();
        assertThat(mark.isIn("122")).isFalse();
    }

    @Test
    void must_be_positive_to_be_a_limit() {
        assertThatThrownBy(() -> new ProcessMark(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A mark must be positive, not 0.");
    }
}
