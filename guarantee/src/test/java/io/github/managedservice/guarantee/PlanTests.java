package io.github.managedservice.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlanTests {

    @Test
    void the_brief_one_has_every_habit_that_starts_fast() {
        assertThat(Plan.brief())
                .extracting(Round::habit)
                .contains(Habit.FAST_CHAIN, Habit.CHANGED_USER, Habit.HOLDS_OUTPUT)
                .doesNotContain(Habit.POSTGRES);
    }

    @Test
    void the_brief_one_has_no_end_that_is_known_to_fall_short() {
        assertThat(Plan.brief())
                .extracting(Round::end)
                .contains(End.TERM, End.NATIVE_CRASH)
                .doesNotContain(End.KILL_BOTH);
    }

    @Test
    void real_programs_meet_the_ends_that_matter_alone() {
        List<Round> plan = Plan.of(List.of(End.values()), List.of(Habit.REDIS_PAIR), end -> 1);

        assertThat(plan)
                .extracting(Round::end)
                .containsExactly(End.NORMAL, End.KILL, End.HALT, End.TERM, End.SUREFIRE, End.SUREFIRE_KILL);
    }

    @Test
    void first_rounds_come_first() {
        List<Round> plan = Plan.of(List.of(End.KILL, End.HALT), List.of(Habit.PLAIN), end -> 2);

        assertThat(plan)
                .containsExactly(
                        new Round(End.KILL, Habit.PLAIN, 0, 2),
                        new Round(End.HALT, Habit.PLAIN, 0, 2),
                        new Round(End.KILL, Habit.PLAIN, 1, 2),
                        new Round(End.HALT, Habit.PLAIN, 1, 2));
    }
}
