package io.github.managedservice.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTests {

    private static final long PID_LIMIT = 32768;
    private static final Moment SPAWN = new Moment(100, 1000, 50_000);

    @ParameterizedTest
    @CsvSource({"1001, true", "1200, true", "1000, false", "1, false", "1201, false", "32767, false"})
    void only_pids_between_the_newest_of_both_moments_were_given(long pid, boolean given) {
        Moment now = new Moment(200, 1200, 50_200);

        assertThat(now.mayHaveGiven(pid, SPAWN, PID_LIMIT)).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource({"32001, true", "32767, true", "300, true", "400, true", "401, false", "32000, false", "5000, false"})
    void pids_start_again_at_their_limit(long pid, boolean given) {
        Moment spawn = new Moment(100, 32_000, 50_000);
        Moment now = new Moment(200, 400, 50_900);

        assertThat(now.mayHaveGiven(pid, spawn, PID_LIMIT)).isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1000, 1100, 32767})
    void after_so_many_forks_that_pids_may_have_come_round_any_may_have_been_given(long pid) {
        Moment now = new Moment(200, 1200, 50_000 + PID_LIMIT / 4 + 1);

        assertThat(now.mayHaveGiven(pid, SPAWN, PID_LIMIT)).isTrue();
    }

    @Test
    void any_may_have_been_given_where_the_newest_is_not_known() {
        assertThat(new Moment(200, 0, 50_200).mayHaveGiven(7, SPAWN, PID_LIMIT)).isTrue();
        assertThat(new Moment(200, 1200, 50_200).mayHaveGiven(7, new Moment(100, 0, 50_000), PID_LIMIT))
                .isTrue();
        assertThat(new Moment(200, 1200, 50_200).mayHaveGiven(7, Moment.BEGINNING, PID_LIMIT))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"50000, 50000", "0, 0", "50000, 0", "50000, 49999"})
    void any_may_have_been_given_where_forks_are_not_counted(long before, long now) {
        Moment spawn = new Moment(100, 1000, before);

        assertThat(new Moment(200, 1200, now).mayHaveGiven(7, spawn, PID_LIMIT)).isTrue();
    }
}
