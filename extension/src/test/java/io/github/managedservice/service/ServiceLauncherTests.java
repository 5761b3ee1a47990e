package io.github.managedservice.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.managedservice.internal.lifecycle.ShellService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceLauncherTests {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** An argument for sleep, by which processes are found without any help from the code under test. */
    private final String longTime = "1000." + ThreadLocalRandom.current().nextLong(1L << 60, Long.MAX_VALUE);

    @Test
    void is_ready_when_the_line_is_printed() {
        ServiceSpec spec = ShellService.of("line", "echo starting; echo now ready >&2; exec sleep 1000")
                .readyPattern("ready$")
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {

            assertThat(service.isRunning()).isTrue();
            assertThat(service.log().lines())
                    .extracting(LogLine::text, LogLine::source)
                    .contains(tuple("now ready", LogLine.Source.STDERR));
        }
    }

    @Test
    void is_ready_when_one_of_two_conditions_holds_where_either_will_do() {
        ServiceSpec spec = ShellService.of("either", "echo ready; exec sleep 1000")
                .readyWhen(Readiness.line("never").or(Readiness.line("ready")))
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {

            assertThat(service.isRunning()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "QUIT", "HUP"})
    void is_asked_to_end_by_the_signal_that_is_declared(String signal) {
        String script = "for s in TERM INT QUIT HUP; do trap \"echo heard $s; exit\" $s; done; echo ready;"
                + " while :; do sleep 0.01; done";
        RunningService service = ServiceLauncher.start(ShellService.of("asked", script)
                .readyPattern("ready")
                .stopSignal(signal)
                .build());

        service.stop();

        assertThat(service.log().lines()).extracting(LogLine::text).containsExactly("ready", "heard " + signal);
    }

    @Test
    void tells_when_it_printed_a_line_and_how_long_it_ran() {
        Instant before = Instant.now();
        RunningService service = ServiceLauncher.start(ShellService.of("timed", "echo ready; exec sleep 1000")
                .readyPattern("ready")
                .build());

        service.stop();

        // Clocks may be set meanwhile, but not by an hour.
        assertThat(service.log().lines().get(0).at()).isCloseTo(before, within(1, ChronoUnit.HOURS));
        assertThat(service.onExit().join().duration()).isPositive().isLessThan(Duration.ofHours(1));
    }

    @Test
    void takes_the_port_that_the_output_tells() {
        ServiceSpec spec = ShellService.of("told", "echo listening on 4711 as blue; exec sleep 1000")
                .readyPattern("listening on (?<port>\\d+) as (?<colour>\\w+)")
                .systemProperties("service.launcher.tests.told=${port}/${colour}")
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {

            assertThat(service.port()).isEqualTo(4711);
            assertThat(service.captured("colour")).contains("blue");
            assertThat(service.uri("http")).hasToString("http://127.0.0.1:4711");
            assertThat(service.value("${host}:${port}/${colour}")).isEqualTo("127.0.0.1:4711/blue");
            assertThat(System.getProperty("service.launcher.tests.told")).isEqualTo("4711/blue");
        }
        assertThat(System.getProperty("service.launcher.tests.told")).isNull();
    }

    @Test
    void is_ready_when_a_program_says_so_whatever_that_leaves_running() {
        ServiceSpec spec = ShellService.of("probed", "exec sleep 1000")
                .readyCommand("sh", "-c", "sleep 1000 & exit 0")
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {

            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void has_the_port_that_is_meant_by_port_whichever_is_mentioned_first() {
        ServiceSpec spec = ShellService.of("ports", "echo $1 $2; exec sleep 1000", "${port.admin}", "${port}")
                .readyPattern("(?<first>\\d+) (?<second>\\d+)")
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {

            assertThat(service.captured("first")).contains(Integer.toString(service.port("admin")));
            assertThat(service.captured("second")).contains(Integer.toString(service.port()));
        }
    }

    @Test
    void may_mention_itself_by_its_name() {
        ServiceSpec spec = ShellService.of("self", "echo on $1; exec sleep 1000", "${port}")
                .readyPattern("on")
                .systemProperties("service.launcher.tests.self=${self.port}")
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {

            assertThat(System.getProperty("service.launcher.tests.self")).isEqualTo(Integer.toString(service.port()));
        }
    }

    @Test
    void fails_at_once_on_a_line_that_means_failure() {
        ServiceSpec spec = ShellService.of("refused", "echo FATAL: no licence; exec sleep " + longTime)
                .readyPattern("never")
                .failurePattern("^FATAL")
                .timeout(Duration.ofDays(1))
                .build();

        assertThatExceptionOfType(ServiceStartException.class)
                .isThrownBy(() -> ServiceLauncher.start(spec))
                .withMessageStartingWith(
                        "Service 'refused' did not become ready: it printed \"FATAL: no licence\", which"
                                + " matches its failurePattern \"^FATAL\", after ");
        assertThat(processes()).isEmpty();
    }

    @Test
    void gives_up_when_the_time_is_over() {
        ServiceSpec spec = ShellService.of("slow", "exec sleep " + longTime)
                .readyPattern("never")
                .timeout(Duration.ofMillis(300))
                .build();

        assertThatExceptionOfType(ServiceStartException.class)
                .isThrownBy(() -> ServiceLauncher.start(spec))
                .withMessageStartingWith(
                        "Service 'slow' did not become ready within its timeout of 300 ms: nothing was printed, so no line"
                                + " matched \"never\".\n")
                .withMessageContaining(
                        "waiting: a line that matches \"never\": nothing was printed\n  output: none\n  processes killed:\n");
        assertThat(processes()).isEmpty();
    }

    @Test
    void says_when_a_pattern_is_what_takes_so_long() {
        ServiceSpec spec = ShellService.of("busy", "echo " + "x".repeat(5_000) + "; exec sleep " + longTime)
                .readyPattern("(?:x+x+)+y")
                .timeout(Duration.ofMillis(300))
                .build();

        assertThatExceptionOfType(ServiceStartException.class)
                .isThrownBy(() -> ServiceLauncher.start(spec))
                .withMessageContaining(
                        "waiting: a line that matches \"(?:x+x+)+y\": line 1 is still being matched: there"
                                + " are too many ways to try (\"catastrophic backtracking\"); avoid ");
    }

    @Test
    void says_when_a_line_was_too_long_for_a_pattern() {
        ServiceSpec spec = ShellService.of("deep", "head -c 60000 /dev/zero | tr '\\0' a; echo; exit 1")
                .readyPattern("^(a|b)*c")
                .build();

        assertThatExceptionOfType(ServiceStartException.class)
                .isThrownBy(() -> ServiceLauncher.start(spec))
                .withMessageContaining("waiting: a line that matches \"^(a|b)*c\": no line of 1 matched; "
                        + "for a long line the pattern nests too deeply, as (a|b)* does\n");
    }

    @Test
    void leaves_nothing_when_a_system_property_cannot_be_filled() {
        ServiceSpec spec = ShellService.of("unfilled", "echo ready; exec sleep " + longTime)
                .readyPattern("ready(?<more> and more)?")
                .systemProperties("service.launcher.tests.unfilled=${more}")
                .build();

        assertThatExceptionOfType(ServiceStartException.class)
                .isThrownBy(() -> ServiceLauncher.start(spec))
                .withMessageContaining("'${more}' has no value here");
        assertThat(processes()).isEmpty();
    }

    @Test
    void refuses_an_unknown_placeholder_and_an_unknown_dependency() {
        ServiceSpec spec = ShellService.of("unknown", "exit", "${prot}")
                .dependsOn("nobody")
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceLauncher.start(spec))
                .withMessageContaining("'${prot}' is not known")
                .withMessageContaining("dependsOn = \"nobody\"");
    }

    @Test
    void leaves_nothing_when_stopped_not_even_a_child_that_left_its_session() {
        ServiceSpec spec = ShellService.of(
                        "parent", "setsid sleep $1 & sleep $1 & echo ready; trap '' TERM; wait", longTime)
                .readyPattern("ready")
                .stopTimeout(Duration.ofMillis(300))
                .build();
        RunningService service = ServiceLauncher.start(spec);
        assertThat(processes()).isNotEmpty();

        service.stop();
        service.stop();

        assertThat(processes()).isEmpty();
        assertThat(service.isRunning()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(service::restart)
                .withMessage(
                        "Service 'parent' cannot be restarted, because it was stopped before, by stop(), close() or the end of its"
                                + " scope. Use kill() to end a service that is to be restarted");
    }

    @Test
    void asks_a_child_too_when_the_shell_that_started_it_has_ended() {
        String child = "(trap 'echo bye; exit' TERM; echo ready; while :; do sleep 0.01; done) & ";
        ServiceSpec spec = ShellService.of("shell", child + "trap 'sleep 0.3; exit' TERM; wait")
                .readyPattern("ready")
                .stopTimeout(LIMIT)
                .build();
        RunningService service = ServiceLauncher.start(spec);

        service.stop();

        assertThat(service.log().lines()).extracting(LogLine::text).contains("bye");
    }

    @Test
    void comes_back_on_the_same_ports_after_a_crash() throws Exception {
        ServiceSpec spec = ShellService.of("phoenix", "echo on $1; exec sleep 1000", "${port}")
                .readyPattern("on \\d+")
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {
            int port = service.port();
            long pid = service.pid();
            CompletableFuture<ServiceExit> exit = service.onExit();

            service.kill();
            ServiceExit killed = exit.get(20, TimeUnit.SECONDS);
            service.restart();

            assertThat(killed.exitCode()).isEqualTo(137);
            assertThat(killed.signal()).contains("KILL");
            assertThat(killed.expected()).isTrue();
            assertThat(service.isRunning()).isTrue();
            assertThat(service.pid()).isNotEqualTo(pid);
            assertThat(service.port()).isEqualTo(port);
            assertThat(service.log().lines()).extracting(LogLine::text).containsExactly("on " + port, "on " + port);
        }
    }

    @Test
    void runs_the_stop_command_instead_of_the_signal_and_deletes_the_temporary_directory() throws Exception {
        String script = "trap 'echo signalled' TERM; mkfifo $1/door; echo ready; read word < $1/door; echo got $word";
        ServiceSpec spec = ShellService.of("polite", script, "${tempDir}")
                .readyPattern("ready")
                .stopCommand("/bin/sh", "-c", "echo bye > ${tempDir}/door")
                .build();
        RunningService service = ServiceLauncher.start(spec);
        Path directory = Path.of(service.value("${tempDir}"));
        assertThat(directory).isDirectory();
        CompletableFuture<ServiceExit> exit = service.onExit();

        service.stop();

        assertThat(exit.get(20, TimeUnit.SECONDS).exitCode()).isZero();
        assertThat(service.log().lines()).extracting(LogLine::text).containsExactly("ready", "got bye");
        assertThat(directory).doesNotExist();
    }

    @Test
    void waits_for_lines_of_the_log() throws Exception {
        String script = "trap 'echo reloaded' HUP; echo ready; while :; do sleep 1000 & wait $!; done";
        ServiceSpec spec =
                ShellService.of("logging", script).readyPattern("ready").build();
        try (RunningService service = ServiceLauncher.start(spec)) {
            ServiceLog log = service.log();
            ServiceLog.Mark mark = log.mark();

            service.signal("HUP");
            LogLine reloaded = log.await(mark, "^reloaded$", LIMIT);

            assertThat(reloaded.text()).isEqualTo("reloaded");
            assertThat(log.await("^ready$", LIMIT).text()).isEqualTo("ready");
            assertThat(log.since(mark)).containsExactly(reloaded);
            assertThat(log.tail(1)).containsExactly(reloaded);
            assertThat(Files.readString(log.file())).isEqualTo("ready\nreloaded\n");
            assertThatExceptionOfType(ServiceException.class)
                    .isThrownBy(() -> log.await(mark, "^ready$", Duration.ofMillis(100)))
                    .withMessageStartingWith(
                            "Service 'logging' printed no line that matches \"^ready$\" within 100 ms, and is still running.\n")
                    .withMessageContaining(" out | reloaded\n")
                    .withMessageEndingWith("\n  log: " + log.file());
        }
    }

    @Test
    void waits_for_the_line_that_a_progress_bar_ends_in() {
        String script =
                "trap 'printf \"\\r50 %%\\rreloaded\"' HUP; printf '\\rworking\\rServer ready'; while :; do sleep 1000"
                        + " & wait $!; done";
        ServiceSpec spec = ShellService.of("progress", script)
                .readyPattern("^Server ready$")
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {
            ServiceLog log = service.log();
            ServiceLog.Mark mark = log.mark();

            service.signal("HUP");

            assertThat(log.await(mark, "^reloaded$", LIMIT).text()).isEqualTo("reloaded");
            assertThat(log.await("^Server ready$", LIMIT).text()).isEqualTo("Server ready");
        }
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(longTime))
                .toList();
    }
}
