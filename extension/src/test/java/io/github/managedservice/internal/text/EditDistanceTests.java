package io.github.managedservice.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTests {

    @ParameterizedTest
    @CsvSource({
        "redis, redis, 0, 0",
        "redis, radish, 2, 1",
        "redis, reids, 1, 2",
        "ready, not ready yet, 8, 0",
        "'', redis, 5, 0",
        "redis, '', 5, 5"
    })
    void counts_what_differs(String one, String other, int typed, int toPart) {
        assertThat(EditDistance.typed(one, other)).isEqualTo(typed);
        assertThat(EditDistance.toPart(one, other)).isEqualTo(toPart);
    }
}
