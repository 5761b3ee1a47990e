package io.github.managedservice.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CellTests {

    private final Cell cell = new Cell();

    @Test
    void shows_survivors_median_and_worst() {
        cell.add(gone(End.KILL, 30));
        cell.add(gone(End.KILL, 10));
        cell.add(gone(End.KILL, 20));

        assertThat(cell).hasToString("0/3 · 20/30");
    }

    @Test
    void counts_a_round_with_survivors_once() {
        Survivor survivor = new Survivor("pid 5", "state S: sleep 1000", Evidence.ROSTER);
        cell.add(new Outcome.Counted(
                new Round(End.KILL, Habit.PLAIN, 0, 1),
                Optional.empty(),
                Optional.empty(),
                List.of(survivor, survivor),
                List.of(),
                ""));

        assertThat(cell).hasToString("1/1");
    }

    @Test
    void shows_no_time_where_nobody_has_to_be_waited_for() {
        cell.add(gone(End.NORMAL, 30));

        assertThat(cell).hasToString("0/1");
    }

    @Test
    void shows_a_round_that_proves_nothing() {
        cell.add(gone(End.KILL, 30));
        cell.add(new Outcome.Broken(new Round(End.KILL, Habit.PLAIN, 1, 2), "it was not ready"));

        assertThat(cell).hasToString("broken");
    }

    private static Outcome gone(End end, long millis) {
        return new Outcome.Counted(
                new Round(end, Habit.PLAIN, 0, 1),
                Optional.of(Duration.ofMillis(millis)),
                Optional.of(Duration.ZERO),
                List.of(),
                List.of(),
                "");
    }
}
