package io.github.managedservice.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RemindersTests {

    private final Reminders reminders = new Reminders();

    @Test
    void come_more_rarely_the_longer_it_takes() {
        List<Long> due = LongStream.rangeClosed(0, 300)
                .filter(second -> reminders.isDue(Duration.ofSeconds(second)))
                .boxed()
                .toList();

        assertThat(due).containsExactly(5L, 10L, 20L, 40L, 80L, 160L);
    }

    @Test
    void say_how_long_there_is_to_wait() {
        assertThat(reminders.until(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(3));
        assertThat(reminders.until(Duration.ofSeconds(6))).isZero();
    }

    @Test
    void that_were_missed_are_not_made_up_for() {
        assertThat(reminders.isDue(Duration.ofSeconds(90))).isTrue();

        assertThat(reminders.until(Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(70));
    }
}
