package io.github.managedservice.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A harness that cannot see a survivor proves nothing: the library is weakened in one place each, and somebody survives. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HarnessIT {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Path directory = Options.ofSystemProperties().directory();

    @Test
    void sees_who_survives_when_the_guard_is_off() {
        Outcome outcome = play(End.KILL_BOTH, Habit.SESSION_AND_DAEMON, Optional.empty());

        assertThat(survivors(outcome)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void sees_who_survives_when_the_limit_is_off() throws IOException {
        Outcome outcome = play(End.KILL, Habit.NO_ENVIRONMENT, Mutant.WITHOUT_LIMIT);

        assertThat(survivors(outcome)).isNotEmpty();
    }

    @Test
    void sees_who_survives_when_the_variable_is_off() throws IOException {
        Outcome outcome = play(End.KILL, Habit.LOWERS_LIMIT, Mutant.WITHOUT_VARIABLE);

        assertThat(survivors(outcome)).isNotEmpty();
    }

    @Test
    void sees_who_survives_when_the_search_of_the_guard_is_off() throws IOException {
        Outcome outcome = play(End.HALT, Habit.DAEMON, Mutant.WITHOUT_SEARCH);

        assertThat(survivors(outcome)).isNotEmpty();
    }

    @Test
    void sees_a_chain_that_no_scan_catches() throws IOException {
        Outcome outcome = play(End.KILL, Habit.CHAIN, Mutant.WITHOUT_SEARCH);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Counted.class,
                        counted -> assertThat(counted.gone()).isEmpty());
    }

    @Test
    void sees_who_survives_a_normal_end_without_marks() throws IOException {
        Outcome outcome = play(End.NORMAL, Habit.DAEMON, Mutant.WITHOUT_MARKS);

        assertThat(survivors(outcome)).isNotEmpty();
    }

    @Test
    void sees_a_stranger_that_is_killed_for_its_pid() throws IOException {
        assumeTrue(Need.CHOSEN_PID.missing().isEmpty(), "only root may choose a pid");

        Outcome outcome = play(End.KILL, Habit.ROOT_EXITED, Mutant.WITHOUT_START_TIME);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Counted.class,
                        counted -> assertThat(counted.touched())
                                .extracting(Stranger::description)
                                .containsExactly("has the pid of the service's process"));
    }

    @Test
    void sees_that_the_class_names_who_cannot_be_ended() {
        Round round = new Round(End.NAMED_SURVIVOR, Habit.CHANGED_USER, 0, 1);
        assumeTrue(round.missing().isEmpty(), () -> round.missing().orElseThrow());

        Outcome outcome = play(round.end(), round.habit(), Optional.empty());

        String pid = survivors(outcome).get(0).name();
        assertThat(((Outcome.Counted) outcome).said())
                .containsPattern("caused by io\\.github\\.managedservice\\.service\\.ServiceStopException: "
                        + "Service 'habit' was stopped, but 1 process of it survives SIGKILL\\.\n"
                        + "  still alive:\n"
                        + "    " + pid + " \\(sleep \\d+\\), [0-9.]+ s old, has the service's mark\n"
                        + "  log: ");
    }

    private Outcome play(End end, Habit habit, Mutant mutant) throws IOException {
        return play(end, habit, Optional.of(mutant.writeTo(directory)));
    }

    private Outcome play(End end, Habit habit, Optional<Path> shadow) {
        try (Hand hand = Hand.start()) {
            return new RoundRunner(directory.resolve("rounds"), shadow, List.of(), hand, LIMIT)
                    .play(new Round(end, habit, 0, 1));
        }
    }

    private static List<Survivor> survivors(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Counted.class);
        return ((Outcome.Counted) outcome).survivors();
    }
}
