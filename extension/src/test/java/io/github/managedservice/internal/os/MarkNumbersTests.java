package io.github.managedservice.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkNumbersTests {

    private static final FileLockLimit NONE = new FileLockLimit(FileLockLimit.UNLIMITED, FileLockLimit.UNLIMITED);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x123456789ABCDEFL})
    void a_nested_one_is_below_any_enclosing_one(long random) {
        long enclosing = new MarkNumbers(NONE, random).next();

        MarkNumbers nested = new MarkNumbers(new FileLockLimit(enclosing, enclosing), ~random);

        assertThat(nested.nested()).isTrue();
        assertThat(nested.next()).isPositive().isLessThan(enclosing);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 41, (1L << 41) + 1, (1L << 50) + 12345, 1L << 61, 1L << 62})
    void fits_under_a_limit_that_somebody_else_has_set(long limit) {
        MarkNumbers cookies = new MarkNumbers(new FileLockLimit(limit, limit), -1);

        assertThat(cookies.next()).isPositive().isLessThan(limit);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1000, 1L << 32})
    void stays_unique_under_a_limit_too_low_for_it(long limit) {
        MarkNumbers cookies = new MarkNumbers(new FileLockLimit(limit, limit), 1L << 40);

        assertThat(cookies.next()).isGreaterThan(1L << 60);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 0x7777777777777777L})
    void counts_up_from_a_part_drawn_at_random(long random) {
        MarkNumbers cookies = new MarkNumbers(NONE, random);

        long first = cookies.next();

        assertThat(cookies.nested()).isFalse();
        assertThat(first & 0xFFFFF).isZero();
        assertThat(cookies.next()).isEqualTo(first + 1);
    }
}
