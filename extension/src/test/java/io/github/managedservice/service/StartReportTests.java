package io.github.managedservice.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(OS.LINUX)
class StartReportTests {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @Test
    void tells_all_of_an_early_exit() {
        FailedStart failed = FailedStart.of(ShellService.of("broken", "echo no config >&2; exit 3")
                .env("GREETING=good day", "API_TOKEN=hunter22")
                .readyPattern("never"));

        assertThat(failed.message())
                .isEqualTo("""
                Service 'broken' did not become ready: it exited with code 3 after N ms; its last line is "no config".
                  started:   TIME
                  command:   /bin/sh -c 'echo no config >&2; exit 3' sh
                  directory: %s
                  declared env:
                    API_TOKEN='***'
                    GREETING='good day'
                  ready when:
                    waiting: a line that matches "never": no line of 1 matched
                  last output:
                    TIME err | no config
                  log: %s""".formatted(HERE, LogFiles.of(Switches.ofSystemProperties(Set.of()), "", "broken")));
    }

    @Test
    void tells_a_program_that_is_done_from_one_that_never_was_ready() {
        FailedStart failed =
                FailedStart.ofSeveral(ShellService.of("migration", "echo done").readyPattern("done"));

        assertThat(failed.message())
                .startsWith(
                        "Service 'migration' became ready, but did not keep running: it exited with code 0 after N ms;"
                                + " its last line is \"done\".\n")
                .contains("ready:   a line that matches \"done\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sleep 1000 >/dev/null 2>&1 & | ''",
                "echo hello | '; its last line is \"hello\"'",
                "echo one; echo two; sleep 1000 & | '; its last line is \"two\"'"
            })
    void tells_the_last_line_of_one_that_ends_well_before_it_is_ready(String script, String telling) {
        FailedStart failed =
                FailedStart.of(ShellService.of("done", script + "\nexit 0").readyPattern("never"));

        assertThat(failed.message())
                .startsWith("Service 'done' did not become ready: it exited with code 0 after N ms" + telling + ".\n");
    }

    @Test
    void tells_all_of_a_timeout_and_of_every_condition() {
        Readiness readiness = Readiness.started()
                .and(Readiness.line("Ready", 2))
                .and(Readiness.command("sh", "-c", "echo no such database >&2; exit 2")
                        .or(Readiness.check("a cow flies", service -> false)))
                .and(Readiness.line("first").then(Readiness.url("/health")));
        FailedStart failed =
                FailedStart.of(ShellService.of("unready", "echo Ready; sleep 1000 & exec sleep 1000", "${port}")
                        .readyWhen(readiness)
                        .timeout(Duration.ofSeconds(3)));

        assertThat(withoutProbes(failed.message()).replaceAll("sh \\d+\n", "sh PORT\n"))
                .isEqualTo("""
                Service 'unready' did not become ready within its timeout of 3 s: only 1 of the 2 lines needed matched "Ready" (1 line was printed), and 3 more conditions do not hold.
                  hints:
                    the last line that matches is "Ready", on standard output at TIME; 2 such lines are needed: look for what did not report, give it more time, or lower the number
                  started:   TIME
                  command:   /bin/sh -c 'echo Ready; sleep 1000 & exec sleep 1000' sh PORT
                  directory: %s
                  ready when:
                    all of:
                      ready:   the process has been started
                      waiting: 2 lines that match "Ready": only 1 so far (1 line was printed)
                      one of:
                        waiting: command 'sh -c echo no such database >&2; exit 2' exited with code 2 (N tries, last line "no such database")
                        waiting: check 'a cow flies' returned false (N tries)
                      one after the other:
                        waiting: a line that matches "first": no line of 1 matched
                        not yet: /health (checked once the condition above holds)
                  last output:
                    TIME out | Ready
                  processes killed:
                    pid N (/usr/bin/sleep 1000), N ms old
                    pid N (/usr/bin/sleep 1000), N ms old
                  log: %s""".formatted(HERE, LogFiles.of(Switches.ofSystemProperties(Set.of()), "", "unready")));
    }

    @Test
    void tells_what_the_threads_of_java_do() {
        FailedStart failed = FailedStart.of(ServiceSpec.builder(
                        "${java}", "-XX:TieredStopAtLevel=1", "-cp", "${classpath}", Deadlock.class.getName())
                .name("deadlock")
                .readyWhen(Readiness.line("started").then(Readiness.line("never")))
                .timeout(Duration.ofSeconds(5)));

        assertThat(failed.section("threads of Java")).first().asString().startsWith("\"main\" ");
        assertThat(failed.section("threads of Java"))
                .contains(
                        "Found one Java-level deadlock:",
                        "\"first\":",
                        "which is held by \"second\"",
                        "\"second\":",
                        "which is held by \"first\"")
                .anyMatch(line -> line.startsWith("at io.github.managedservice.service.Deadlock.main("))
                .noneMatch(line -> line.startsWith("\"Finalizer\""));
        assertThat(failed.section("last output")).containsExactly("TIME out | started");
    }

    @Test
    void tells_what_a_url_answered() {
        FailedStart failed =
                FailedStart.of(Talker.of("warming", "127.0.0.1", "${port}", "HTTP/1.1 503 Busy\r\n\r\nwarming up")
                        .readyUrl("/health")
                        .timeout(Duration.ofSeconds(4)));

        assertThat(failed.section("ready when").get(0))
                .matches(
                        "waiting: GET http://127.0.0.1:\\d+/health answered 503 \\(N tries, last body \"warming up\"\\)");
        assertThat(failed.hints()).isEmpty();
    }

    @Test
    void tells_what_cannot_be_watched_and_leaves_nothing() {
        FailedStart failed =
                FailedStart.of(ShellService.of("unwatched", "exec sleep 1000").readyCommand("no-such-probe-anywhere"));

        assertThat(failed.message())
                .startsWith("Service 'unwatched' did not become ready: its ready check cannot run, because program"
                        + " 'no-such-probe-anywhere' was not found in PATH '" + System.getenv("PATH")
                        + "'.\n");
        assertThat(failed.section("ready when")).containsExactly("failed:  command 'no-such-probe-anywhere'");
        assertThat(failed.section("processes killed")).hasSize(1);
    }

    @Test
    void a_condition_that_cannot_be_watched_ends_the_wait_for_the_others() {
        FailedStart failed = FailedStart.of(ShellService.of("hopeless", "exec sleep 1000")
                .readyPattern("never")
                .readyCommand("no-such-probe-anywhere")
                .timeout(Duration.ofSeconds(5)));

        assertThat(failed.message())
                .startsWith("Service 'hopeless' did not become ready: its ready check cannot run, because program");
    }

    /** A probe program may be at work just when the time is over. */
    private static String withoutProbes(String message) {
        return message.replaceAll("    pid N \\((?!/usr/bin/sleep 1000)[^\n]*\n", "");
    }
}
