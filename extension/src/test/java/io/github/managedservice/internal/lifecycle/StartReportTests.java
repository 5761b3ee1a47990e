package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceCrashedException;
import io.github.managedservice.service.ServiceExit;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(OS.LINUX)
class StartReportTests {

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

    @ParameterizedTest
    @CsvSource({"cat, cat, true", "cat, exit 3, false", "seq 9, cat, false"})
    void says_it_of_one_that_was_ready_before_unless_it_did_something(
            String first, String last, boolean said, @TempDir Path directory) throws Exception {
        String script = first + "; echo up; until [ -e end ]; do sleep 0.01; done; " + last;
        ServiceSpec spec = ShellService.of("reader", script)
                .directory(directory.toString())
                .readyPattern("up")
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {
            Files.createFile(directory.resolve("end"));
            ServiceExit exit = service.onExit().get(20, TimeUnit.SECONDS);

            ServiceCrashedException crash = Crash.report("reader", "", exit, (OutputServiceLog) service.log());

            assertThat(String.valueOf(crash.getMessage())
                            .contains("\n  hints:\n    its standard input is /dev/null, empty and at its end, and"))
                    .isEqualTo(said);
        }
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
                        .env("GREETING=good day", "API_TOKEN=hunter22")
                        .readyWhen(readiness)
                        .timeout(Duration.ofSeconds(3)));

        assertThat(failed.message())
                .startsWith(
                        "Service 'unready' did not become ready within its timeout of 3 s: only 1 line"
                                + " matched \"Ready\", but 2 are needed (1 line was printed), and 3 more conditions do not hold.\n")
                .contains("""
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
                """)
                .endsWith("  log: " + LogFiles.of(Switches.ofSystemProperties(Set.of()), "", "unready"));
        assertThat(failed.hints())
                .containsExactly("the last line that matches is \"Ready\", on standard output at TIME; 2 such lines are"
                        + " needed: look for what did not report, give it more time, or lower the number");
        assertThat(failed.section("declared env")).containsExactly("API_TOKEN='***'", "GREETING='good day'");
        // A probe program may be at work just when the time is over.
        assertThat(failed.section("processes killed"))
                .filteredOn(line -> line.contains("sleep"))
                .containsExactly("pid N (/usr/bin/sleep 1000), N ms old", "pid N (/usr/bin/sleep 1000), N ms old");
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
                .anyMatch(line -> line.startsWith("at io.github.managedservice.internal.lifecycle.Deadlock.main("))
                .noneMatch(line -> line.startsWith("\"Finalizer\""));
        assertThat(failed.section("last output")).containsExactly("TIME out | started");
    }

    @Test
    void says_that_the_service_listens_on_ipv6_alone() {
        FailedStart failed =
                FailedStart.of(Talker.of("six", "::1", "${port}", "").timeout(Duration.ofSeconds(4)));

        assertThat(failed.hints()).hasSize(1);
        assertThat(failed.hints().get(0).replaceAll("\\d{4,5}", "PORT"))
                .isEqualTo(
                        "the service listens on [::1]:PORT (pid N), and not on 127.0.0.1:PORT, where the ready check connects: "
                                + "have the service listen on 127.0.0.1, or the ready check connect to [::1]:PORT");
    }

    @Test
    void says_that_there_is_nothing_to_read() {
        FailedStart failed =
                FailedStart.of(ShellService.of("reader", "cat; true").readyPattern("never"));

        assertThat(failed.hints())
                .singleElement()
                .asString()
                .startsWith("its standard input is /dev/null, empty and at its end");
    }

    @Test
    void names_who_holds_a_fixed_port() throws Exception {
        try (ServerSocket holder = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {

            FailedStart failed = FailedStart.of(ShellService.of("fixed", "exit").port(holder.getLocalPort()));

            assertThat(failed.message())
                    .startsWith("Service 'fixed' could not be started: Port " + holder.getLocalPort() + " is taken on ")
                    .contains("; it is held by pid N (");
        }
    }

    @Test
    void says_that_it_is_the_stop_command_whose_program_is_missing(@TempDir Path directory) throws Exception {
        Path program = Files.createFile(directory.resolve("my server.sh"));
        FailedStart unknown = FailedStart.of(
                ShellService.of("shop", "exec sleep 60").env("PATH=/bin").stopCommand("no-such-program"));
        FailedStart unquoted =
                FailedStart.of(ShellService.of("shop", "exec sleep 60").stopCommand(program.toString()));

        assertThat(unknown.message())
                .startsWith(
                        "Service 'shop' could not be started: stopCommand: Program 'no-such-program' was not found in"
                                + " PATH '/bin'.\n");
        assertThat(unquoted.hints()).containsExactly("'" + program + "' exists: quote it");
    }
}
