package io.github.managedservice.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTests {

    private static final List<String> VALID = List.of("parts", "port", "redis", "Redis2", "a");

    @ParameterizedTest
    @CsvSource({"PORT, port", "prot, port", "por, port", "ports, parts", "reids, redis", "redis1, redis", "ReDiS, redis"
    })
    void is_the_one_that_was_probably_meant(String wrong, String meant) {
        assertThat(NearestName.of(wrong, VALID)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"host", "b", "''", "kafka"})
    void is_none_where_nothing_is_near(String wrong) {
        assertThat(NearestName.of(wrong, VALID)).isEmpty();
    }

    @Test
    void is_not_sought_for_a_text_that_is_no_name() {
        String text = "x".repeat(60_000);

        assertThat(NearestName.of(text + "a", List.of(text))).isEmpty();
    }
}
