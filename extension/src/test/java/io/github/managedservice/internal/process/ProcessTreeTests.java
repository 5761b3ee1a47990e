package io.github.managedservice.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessTreeTests {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Token token = Token.next();

    @AfterEach
    void nothing_is_left() {
        assertThat(token.processes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void is_killed_whatever_its_habits(Habits habit) throws Exception {
        try (StartedService service = start(habit)) {

            List<TreeProcess> survivors = service.tree().kill(LIMIT);

            assertThat(survivors).isEmpty();
            // Of a chain that forks all the time one look sees nobody, mostly.
            for (int looks = 0; looks < 20; looks++) {
                assertThat(token.processes()).isEmpty();
            }
            assertThat(service.process().onExit().get(20, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void remembers_whose_parent_has_ended_when_it_was_asked_to() throws Exception {
        String child =
                "setsid env -i /bin/sh -c '{ ulimit -w 5 || ulimit -x 5; } 2>/dev/null; echo up; exec sleep '$1 &";
        try (StartedService service = StartedService.shell(child + " echo up; exec sleep 1000", token.longTime())) {
            service.lines().await("up", 2);

            service.tree().ask("TERM");
            service.process().onExit().get(20, TimeUnit.SECONDS);

            assertThat(service.tree().members())
                    .extracting(TreeProcess::why)
                    .containsExactly("was seen to descend from the service");
        }
    }

    /** Job control gives each background job a group of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"", "(", "( exec 3>&1; "})
    void ends_who_is_left_in_the_session_without_marks(String opening) throws Exception {
        String closing = opening.isEmpty() ? "" : " & )";
        String script = "set -m; " + opening + "( { ulimit -w 5 || ulimit -x 5; } 2>/dev/null;"
                + " exec env -i /bin/sh -c 'echo up; exec sleep '$1 )" + closing
                + " & read -r _ </proc/self/stat; exit 0";
        try (StartedService service = StartedService.shell(script, token.longTime())) {
            service.lines().await("up", 1);
            service.process().onExit().get(20, TimeUnit.SECONDS);

            assertThat(service.tree().members())
                    .extracting(TreeProcess::why)
                    .containsExactly("is in the service's session");
            assertThat(service.tree().kill(LIMIT)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, is the service itself",
        "IGNORES_SIGNALS, descends from the service",
        "CHILD_IN_OWN_SESSION, descends from the service",
        "DOUBLE_FORKED_DAEMON, has the service's mark",
        "DAEMON_WITHOUT_ENVIRONMENT, has the service's mark"
    })
    void says_why_a_process_is_a_member(Habits habit, String why) throws Exception {
        try (StartedService service = start(habit)) {

            List<TreeProcess> members = service.tree().members();

            assertThat(members).extracting(TreeProcess::why).contains(why);
            assertThat(members)
                    .filteredOn(member -> member.pid() == service.process().pid())
                    .singleElement()
                    .satisfies(root -> assertThat(root.age()).isLessThan(LIMIT))
                    .satisfies(root -> assertThat(root.command()).contains(token.digits()));
        }
    }

    @Test
    void shows_a_command_in_one_line_of_some_length() throws Exception {
        String script = "# one\n# two\necho up; read forever; #" + "x".repeat(1_000);
        Process process = new ProcessBuilder("/bin/sh", "-c", script).start();
        try {
            new Lines(process.getInputStream()).await("up", 1);

            assertThat(ShownCommand.of(process.pid()))
                    .matches("\\S*sh -c # one # two echo up; read forever; #x+…")
                    .hasSize(501);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void finds_by_its_environment_who_has_reset_the_limit() throws Exception {
        String script = "ulimit -S -w 5 2>/dev/null || ulimit -S -x 5; ulimit -H -w 9 2>/dev/null || ulimit -H -x 9;"
                + " (setsid sh -c '(echo up; exec sleep $0) &' $1 &); exit 0";
        try (StartedService service = StartedService.shell(script, token.longTime())) {
            service.lines().await("up", 1);
            service.process().onExit().get(20, TimeUnit.SECONDS);

            assertThat(service.tree().members()).extracting(TreeProcess::why).containsExactly("has the service's mark");
        }
    }

    @Test
    void leaves_strangers_and_other_services_alone() throws Exception {
        Process stranger =
                new ProcessBuilder("/bin/sh", "-c", Habits.PLAIN.script(), "service", token.longTime()).start();
        try (StartedService other = start(Habits.DAEMON_WITHOUT_ENVIRONMENT);
                StartedService service = start(Habits.DAEMON_WITHOUT_ENVIRONMENT)) {

            service.tree().kill(LIMIT);

            assertThat(service.tree().members()).isEmpty();
            assertThat(other.tree().members()).hasSize(2);
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130", "QUIT, 131", "HUP, 129", "KILL, 137", "USR1, 138"})
    void asks_the_services_own_process_alone(String signal, int exitCode) throws Exception {
        try (StartedService service = start(Habits.CHILD_IN_OWN_SESSION)) {

            service.tree().ask(signal);

            assertThat(service.process().onExit().get(20, TimeUnit.SECONDS)).isEqualTo(exitCode);
            // A moment in which one is between two programs has no arguments to know it by.
            Eventually.holds(() -> token.processes().size() == 1);
            assertThat(token.processes()).hasSize(1);
        }
    }

    @Test
    void asks_nobody_once_the_service_has_ended() throws Exception {
        try (StartedService service = start(Habits.ROOT_HAS_EXITED)) {
            service.process().onExit().get(20, TimeUnit.SECONDS);

            service.tree().ask("TERM");
            service.tree().ask("INT");

            assertThat(service.tree().members()).hasSize(1);
        }
    }

    @Test
    void signals_each_member_once() throws Exception {
        String script = "trap 'echo heard' USR1; trap 'echo end; exit' TERM; echo up; while :; do sleep 0.01; done #$1";
        try (StartedService service = StartedService.shell(script, token.longTime())) {
            service.lines().await("up", 1);

            service.tree().signalAll("USR1");
            String first = service.lines().next();
            service.tree().ask("TERM");

            assertThat(first).isEqualTo("heard");
            assertThat(service.lines().next()).isEqualTo("end");
        }
    }

    @Test
    void stops_and_continues_every_member() throws Exception {
        try (StartedService service = start(Habits.DOUBLE_FORKED_DAEMON)) {

            service.tree().signalAll("STOP");
            awaitStates("T", "T");

            service.tree().signalAll("CONT");
            awaitStates("S", "S");
        }
    }

    @Test
    void kills_what_is_stopped() throws Exception {
        try (StartedService service = start(Habits.CHILD_IN_OWN_SESSION)) {
            service.tree().signalAll("STOP");

            assertThat(service.tree().kill(LIMIT)).isEmpty();
        }
    }

    @Test
    void waits_for_the_last_member() throws Exception {
        try (StartedService service = start(Habits.DOUBLE_FORKED_DAEMON)) {
            service.tree().ask("TERM");
            service.process().onExit().get(20, TimeUnit.SECONDS);

            boolean rootGoneIsEnough = service.tree().awaitEmpty(Duration.ofMillis(100));
            token.processes().forEach(ProcessHandle::destroy);
            boolean empty = service.tree().awaitEmpty(LIMIT);

            assertThat(rootGoneIsEnough).isFalse();
            assertThat(empty).isTrue();
        }
    }

    @Test
    void does_not_wait_longer_than_it_may() throws Exception {
        try (StartedService service = start(Habits.PLAIN)) {

            boolean empty = service.tree().awaitEmpty(Duration.ZERO);

            assertThat(empty).isFalse();
            assertThat(service.process().isAlive()).isTrue();
        }
    }

    @Test
    void an_interrupt_ends_a_wait_and_is_kept() throws Exception {
        try (StartedService service = start(Habits.PLAIN)) {
            Thread.currentThread().interrupt();

            boolean empty = service.tree().awaitEmpty(LIMIT);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(empty).isFalse();
        }
    }

    @Test
    void an_interrupt_does_not_end_a_kill_but_is_kept() throws Exception {
        try (StartedService service = start(Habits.CHILD_IN_OWN_SESSION)) {
            Thread.currentThread().interrupt();

            List<TreeProcess> survivors = service.tree().kill(LIMIT);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(survivors).isEmpty();
            assertThat(token.processes()).isEmpty();
        }
    }

    private StartedService start(Habits habit) throws Exception {
        StartedService service = StartedService.shell(habit.script(), token.longTime());
        service.lines().await("up", habit.processes());
        return service;
    }

    /** A process that was sent a signal gets to it when it next has a processor. */
    private void awaitStates(String... expected) {
        Eventually.holds(() -> states().equals(List.of(expected)));
    }

    private List<String> states() throws IOException {
        StringBuilder states = new StringBuilder();
        for (ProcessHandle process : token.processes()) {
            String stat = new String(
                    new ProcessBuilder("/bin/ps", "-o", "stat=", "-p", Long.toString(process.pid()))
                            .start()
                            .getInputStream()
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            states.append(stat.charAt(0));
        }
        return states.chars().mapToObj(Character::toString).toList();
    }
}
