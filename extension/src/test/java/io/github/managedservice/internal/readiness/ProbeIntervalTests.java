package io.github.managedservice.internal.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeIntervalTests {

    private final FakeTime time = new FakeTime();
    private final ProbeInterval interval = new ProbeInterval(time::nanoTime);

    @ParameterizedTest
    @CsvSource({"0, 2", "19, 2", "20, 2", "50, 5", "1000, 100", "2500, 250", "60000, 250"})
    void pauses_for_a_tenth_of_the_time_waited_within_bounds(long waitedMillis, long pauseMillis) {
        time.pause(Duration.ofMillis(waitedMillis));

        Duration pause = interval.next();

        assertThat(pause).isEqualTo(Duration.ofMillis(pauseMillis));
    }

    @Test
    void asks_a_few_dozen_times_in_the_first_second() {
        int attempts = 0;

        for (long start = time.nanoTime(); time.nanoTime() - start < 1_000_000_000L; attempts++) {
            time.pause(interval.next());
        }

        assertThat(attempts).isBetween(40, 60);
    }
}
