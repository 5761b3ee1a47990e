package io.github.managedservice.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FloodPaceTests {

    private static final long MICROSECOND = 1_000;
    private static final long MILLISECOND = 1_000_000;

    private final FloodPace pace = new FloodPace();

    @Test
    void the_first_piece_is_no_flood() {
        assertThat(pace.restNanos(MILLISECOND, 2 * MILLISECOND, 1_000_000_000)).isZero();
    }

    @Test
    void a_busy_log_is_read_without_a_rest() {
        pace.restNanos(0, MILLISECOND, 0);

        assertThat(pace.restNanos(MILLISECOND, 2 * MILLISECOND, 64_000)).isZero();
    }

    @Test
    void a_flood_leaves_a_tenth_of_the_time_to_the_reader() {
        pace.restNanos(0, MILLISECOND, 0);

        assertThat(pace.restNanos(MILLISECOND, 2 * MILLISECOND, 65_000)).isEqualTo(9 * MILLISECOND);
    }

    @Test
    void a_rest_is_neither_very_short_nor_very_long() {
        pace.restNanos(0, MILLISECOND, 0);

        assertThat(pace.restNanos(MILLISECOND, MILLISECOND + MICROSECOND, 1_000_000))
                .isEqualTo(2 * MILLISECOND);
        assertThat(pace.restNanos(2 * MILLISECOND, 100 * MILLISECOND, 1_000_000_000))
                .isEqualTo(50 * MILLISECOND);
    }

    @Test
    void after_the_flood_there_is_no_rest() {
        pace.restNanos(0, MILLISECOND, 0);
        pace.restNanos(MILLISECOND, 2 * MILLISECOND, 1_000_000);

        assertThat(pace.restNanos(12 * MILLISECOND, 13 * MILLISECOND, 1_000_000))
                .isZero();
    }
}
