package io.github.managedservice.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReportTests {

    private static final Stranger STRANGER = new StrangerProcess("a neighbour", new Identity(6, 4712));
    private static final Survivor SURVIVOR = new Survivor("pid 5", "state S: sleep 1000", Evidence.ROSTER);

    private final Report report = new Report();

    @Test
    void a_survivor_is_a_failure() {
        Outcome outcome = counted(End.KILL, List.of(SURVIVOR), List.of());

        report.add(outcome);

        assertThat(report.failures()).containsExactly(outcome);
    }

    @Test
    void a_survivor_of_an_end_that_is_known_to_fall_short_is_none() {
        report.add(counted(End.KILL_BOTH, List.of(SURVIVOR), List.of()));

        assertThat(report.failures()).isEmpty();
    }

    @Test
    void an_orderly_end_may_fall_short_if_it_tells_who_survives() {
        report.add(counted(End.NAMED_SURVIVOR, "pid 5 (sleep 1000)"));

        assertThat(report.failures()).isEmpty();
    }

    @Test
    void an_orderly_end_that_names_another_fails() {
        report.add(counted(End.NAMED_SURVIVOR, "pid 51 (sleep 1000)"));

        assertThat(report.failures()).hasSize(1);
    }

    @Test
    void a_stranger_touched_is_always_a_failure() {
        Outcome outcome = counted(End.KILL_BOTH, List.of(), List.of(STRANGER));

        report.add(outcome);

        assertThat(report.failures()).containsExactly(outcome);
    }

    @Test
    void its_summary_counts_survivors_and_bystanders() {
        report.add(counted(End.KILL, List.of(), List.of()));
        report.add(counted(End.KILL_BOTH, List.of(SURVIVOR), List.of()));
        report.add(counted(End.KILL, List.of(), List.of(STRANGER)));

        assertThat(report.summary()).isEqualTo("3 rounds: 1 with a survivor, 1 bystanders touched, 1 not as promised");
    }

    @Test
    void what_cannot_be_played_has_its_reason_below_the_table() {
        report.add(new Outcome.Missing(new Round(End.KILL, Habit.PLAIN, 0, 1), "there is no program `perl`"));

        assertThat(report.markdown()).isEqualTo("""
                | | SIGKILL |
                |---|---|
                | plain | – |

                - SIGKILL: there is no program `perl`.
                """);
    }

    private static Outcome counted(End end, String said) {
        return new Outcome.Counted(
                new Round(end, Habit.PLAIN, 0, 1),
                Optional.empty(),
                Optional.empty(),
                List.of(SURVIVOR),
                List.of(),
                said);
    }

    private static Outcome counted(End end, List<Survivor> survivors, List<Stranger> touched) {
        return new Outcome.Counted(
                new Round(end, Habit.PLAIN, 0, 1), Optional.empty(), Optional.empty(), survivors, touched, "");
    }
}
