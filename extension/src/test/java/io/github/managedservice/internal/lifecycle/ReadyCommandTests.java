package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.Eventually;
import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report says of the programs that ask, and what it does not say. */
@EnabledOnOs(OS.LINUX)
class ReadyCommandTests {

    /** Ends once the program that asks is at work. */
    private static final String UNTIL_ASKED = "until [ -e asked ]; do sleep 0.01; done; ";

    private final Path folder;

    ReadyCommandTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 0", "exit 3"})
    void a_program_that_still_asks_is_not_what_the_service_has_left(String end) {
        FailedStart failed =
                FailedStart.of(service(UNTIL_ASKED + end).readyCommand("sh", "-c", "touch asked; sleep 1000; exit 1"));

        assertThat(failed.hints()).noneMatch(hint -> hint.contains("background"));
        assertThat(failed.section("processes killed")).isEmpty();
        assertThat(failed.section("ready when"))
                .containsExactly("waiting: command 'sh -c touch asked; sleep 1000; exit 1' has not been answered yet");
    }

    @Test
    void nor_is_what_such_a_program_has_left_running() {
        FailedStart failed = FailedStart.of(
                service(UNTIL_ASKED + "exit 0").readyCommand("sh", "-c", "sleep 1000 & touch asked; exit 1"));

        assertThat(failed.hints()).noneMatch(hint -> hint.contains("background"));
        assertThat(failed.section("processes killed")).isEmpty();
    }

    @Test
    void what_the_service_has_left_is_told_all_the_same() {
        FailedStart failed = FailedStart.of(service("sleep 1000 & " + UNTIL_ASKED + "exit 0")
                .readyCommand("sh", "-c", "touch asked; sleep 1000; exit 1"));

        assertThat(failed.hints()).anyMatch(hint -> hint.contains("left 1 other process running"));
        assertThat(failed.section("processes killed")).containsExactly("pid N (/usr/bin/sleep 1000), N ms old");
    }

    @Test
    void the_last_answer_is_that_of_a_program_that_was_not_cut_short() throws Exception {
        Path script = Files.writeString(
                folder.resolve("ask"),
                "if [ -e first ]; then touch asked; sleep 1000; fi; touch first; echo no such database >&2; exit 2");

        FailedStart failed = FailedStart.of(service(UNTIL_ASKED + "exit 3").readyCommand("sh", script.toString()));

        assertThat(failed.section("ready when"))
                .containsExactly("waiting: command 'sh " + script
                        + "' exited with code 2 (N tries, last line \"no such database\")");
    }

    @Test
    void so_it_is_where_the_time_is_over() {
        String ask =
                "if [ -e first ]; then touch asked; sleep 1000; fi; touch first; echo no; echo such database; exit 2";
        QuickTime time = QuickTime.during(Duration.ofSeconds(30));
        time.meanwhile(() -> Eventually.holds(() -> Files.exists(folder.resolve("asked"))));

        FailedStart failed = FailedStart.of(
                service("exec sleep 1000").readyCommand("sh", "-c", ask).timeout(Duration.ofSeconds(30)), time);

        assertThat(failed.message()).startsWith("Service 'asked' did not become ready within its timeout of 30 s: ");
        assertThat(failed.section("ready when"))
                .containsExactly("waiting: command 'sh -c " + ask
                        + "' exited with code 2 (N tries, last line \"such database\")");
    }

    @Test
    void a_program_of_a_timeout_is_not_listed_either() {
        FailedStart failed = FailedStart.of(service("exec sleep 1000")
                .readyCommand("sh", "-c", "sleep 1000; exit 1")
                .timeout(Duration.ofMillis(300)));

        assertThat(failed.section("processes killed")).containsExactly("pid N (/usr/bin/sleep 1000), N ms old");
    }

    @Test
    void a_command_that_was_not_run_is_shown_with_its_placeholders_filled() {
        FailedStart failed = FailedStart.of(ShellService.of("waiting", "exec sleep 1000", "${port}")
                .readyWhen(Readiness.line("never").then(Readiness.command("test", "${host}", "=", "x")))
                .timeout(Duration.ofMillis(100)));
        FailedStart missing = FailedStart.of(ShellService.of("missing", "exec sleep 1000")
                .readyCommand("no-such-program-anywhere", "${host}", "${env.NOT_SET:-later}"));

        assertThat(failed.section("ready when"))
                .contains("not yet: command 'test 127.0.0.1 = x' (checked once the condition above holds)");
        assertThat(missing.section("ready when"))
                .containsExactly("failed:  command 'no-such-program-anywhere 127.0.0.1 later'");
    }

    @Test
    void a_missing_one_ends_the_wait_at_once_and_leaves_nothing() {
        FailedStart failed = FailedStart.of(
                service("exec sleep 1000").readyPattern("never").readyCommand("bin/wait-for-it.sh", "--quiet"));

        assertThat(failed.message())
                .startsWith("Service 'asked' did not become ready: its ready check cannot run, because program"
                        + " 'bin/wait-for-it.sh' does not exist");
        assertThat(failed.section("processes killed")).hasSize(1);
    }

    @Test
    void one_with_a_space_must_be_quoted() throws Exception {
        Path program = Files.createFile(folder.resolve("my server.sh"));

        FailedStart failed = FailedStart.of(service("exec sleep 1000").readyCommand(program + " -q"));

        assertThat(failed.message())
                .startsWith("Service 'asked' did not become ready: its ready check cannot run, because program '"
                        + folder + "/my' does not exist: '" + folder + "/my' ('" + program
                        + "' exists: quote it).\n");
    }

    @Test
    void one_may_be_made_by_the_service_in_its_temporary_directory() {
        String script = "printf '#!/bin/sh\\n' >$1/.probe; chmod +x $1/.probe; mv $1/.probe $1/probe; exec sleep 1000";
        ServiceSpec spec = ShellService.of("late", script, "${tempDir}")
                .readyCommand("${tempDir}/probe")
                .build();

        try (RunningService service = ServiceLauncher.start(spec)) {
            assertThat(service.isRunning()).isTrue();
        }
    }

    private ServiceSpec.Builder service(String script) {
        return ShellService.of("asked", script).directory(folder.toString());
    }
}
