package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.managedservice.Eventually;
import io.github.managedservice.LoggedMessages;
import io.github.managedservice.internal.guard.StopCommand;
import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.service.LogLine;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceExit;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stops services that are clients of an engine. A folder plays the engine: the file "container" in it stays when the client
 * is gone.
 */
class StopRequestTests {

    private static final String REMOVE = "rm -f container; echo stop >>calls; ";
    private static final String REMOVE_AND_END = REMOVE + "kill $(cat pid)";
    private static final String END_IF_THERE = "[ -e container ] && kill $(cat pid) && sleep 0.2; " + REMOVE;

    private final String longTime = "1000." + ThreadLocalRandom.current().nextLong(1L << 60, Long.MAX_VALUE);
    private final String client = "echo $$ >pid; touch container; echo ready; exec sleep " + longTime;

    /** Its container is there only when a stop command has looked for it. */
    private final String lateClient =
            "echo $$ >pid; until [ -s calls ]; do sleep 0.01; done; touch container; exec sleep " + longTime;

    /** A child that would say so if it were signalled. */
    private final String withSlowChild =
            "(trap 'echo signalled' TERM; while kill -0 $$; do sleep 0.01; done 2>/dev/null; "
                    + "sleep 0.3; echo child ends) & echo $$ >pid; echo ready; wait";

    private final CompletableFuture<ServiceExit> neverEnds = new CompletableFuture<>();
    private final Path folder;

    StopRequestTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(ProcessHandle.allProcesses())
                .noneMatch(process -> process.info().commandLine().orElse("").contains(longTime));
        assertThat(folder.resolve("container")).doesNotExist();
    }

    @Test
    void asks_once_a_service_that_does_as_it_is_asked() throws IOException {
        RunningService service =
                ServiceLauncher.start(client(client, REMOVE_AND_END).build());

        service.stop();

        assertThat(calls()).containsExactly("stop");
    }

    @Test
    void has_the_last_word_after_a_crash() throws Exception {
        RunningService service =
                ServiceLauncher.start(client(client, REMOVE_AND_END).build());
        ProcessHandle.of(service.pid()).orElseThrow().destroyForcibly();
        service.onExit().get(20, TimeUnit.SECONDS);

        service.stop();

        assertThat(calls()).containsExactly("stop");
    }

    @Test
    void has_the_last_word_after_a_kill_and_only_then() throws IOException {
        RunningService service = ServiceLauncher.start(
                client(client, REMOVE_AND_END).name("punctual").build());

        try (LoggedMessages logged = new LoggedMessages()) {
            service.kill();

            assertThat(folder.resolve("container")).doesNotExist();
            service.stop();
            assertThat(calls()).containsExactly("stop");
            assertThat(logged.all()).noneMatch(message -> message.startsWith("The stop command of service 'punctual'"));
        }
    }

    @Test
    void has_the_last_word_when_the_service_had_to_be_killed() {
        String restoring = "echo ready; while :; do touch container; sleep 0.01; done";
        RunningService service = ServiceLauncher.start(
                client(restoring, REMOVE).stopTimeout(Duration.ofMillis(300)).build());

        service.stop();

        assertThat(folder.resolve("container")).doesNotExist();
    }

    @Test
    void has_the_last_word_although_the_thread_was_interrupted() {
        RunningService service = ServiceLauncher.start(
                client(client, "sleep 0.2; " + REMOVE_AND_END).build());

        Thread.currentThread().interrupt();
        service.stop();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("container")).doesNotExist();
    }

    @Test
    void has_the_last_word_when_the_start_has_failed() throws IOException {
        ServiceSpec spec = client("touch container; exit 1", REMOVE).build();

        assertThatExceptionOfType(ServiceStartException.class).isThrownBy(() -> ServiceLauncher.start(spec));

        assertThat(calls()).containsExactly("stop");
    }

    @Test
    void asks_again_whoever_was_still_being_started() throws IOException {
        ServiceSpec spec =
                client(lateClient, END_IF_THERE).timeout(Duration.ofMillis(300)).build();

        assertThatExceptionOfType(ServiceStartException.class)
                .isThrownBy(() -> ServiceLauncher.start(spec))
                .withMessageContaining("within its timeout of 300 ms");

        assertThat(calls()).as("too early, in time, and the last word").hasSizeGreaterThan(2);
    }

    @Test
    void asks_again_although_the_thread_was_interrupted() throws IOException {
        ServiceSpec spec = client(lateClient, END_IF_THERE).build();

        Thread.currentThread().interrupt();
        assertThatExceptionOfType(ServiceStartException.class)
                .isThrownBy(() -> ServiceLauncher.start(spec))
                .withMessageContaining("was interrupted");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(calls()).as("too early, in time, and the last word").hasSizeGreaterThan(2);
    }

    @Test
    void is_enough_where_a_child_ends_a_moment_after_the_service_and_is_not_signalled() throws IOException {
        RunningService service =
                ServiceLauncher.start(client(withSlowChild, REMOVE_AND_END).build());

        service.stop();

        assertThat(calls()).containsExactly("stop");
        assertThat(service.log().lines()).extracting(LogLine::text).containsExactly("ready", "child ends");
    }

    @Test
    void kills_whoever_is_still_being_started_when_its_time_is_over() {
        ServiceSpec spec = client("exec sleep " + longTime, "exit")
                .timeout(Duration.ofMillis(100))
                .stopTimeout(Duration.ofMillis(300))
                .build();

        assertThatExceptionOfType(ServiceStartException.class)
                .isThrownBy(() -> ServiceLauncher.start(spec))
                .withMessageContaining("within its timeout of 100 ms");
    }

    @Test
    void says_nothing_of_a_command_that_has_ended_when_the_service_has_not() {
        try (LoggedMessages logged = new LoggedMessages()) {
            assertThat(deafTo("exit").ask(neverEnds, Duration.ofSeconds(10))).isTrue();

            assertThat(logged.all()).noneMatch(message -> message.startsWith("The stop command of service 'deaf'"));
        }
    }

    @Test
    void is_run_each_second_until_its_time_is_over() throws IOException {
        deafTo("echo stop >>calls").askUntilExit(neverEnds);

        assertThat(calls()).hasSize(10);
    }

    @Test
    void is_ended_with_a_warning_when_it_takes_too_long() {
        RunningService service =
                ServiceLauncher.start(client("echo ready; exec sleep " + longTime, "exec sleep " + longTime)
                        .stopTimeout(Duration.ofMillis(300))
                        .build());

        try (LoggedMessages logged = new LoggedMessages()) {
            service.stop();

            assertThat(logged.all()).contains("The stop command of service 'client' did not end within 300 ms.");
        }
        assertThat(service.isRunning()).isFalse();
    }

    @Test
    void gives_way_to_the_signal_when_it_fails() {
        RunningService service = ServiceLauncher.start(client(
                        "trap 'echo signalled; exit' TERM; echo ready; while :; do sleep 0.01; done",
                        "echo no engine >&2; exit 3")
                .name("deserted")
                .build());

        try (LoggedMessages logged = new LoggedMessages()) {
            service.stop();

            assertThat(logged.all())
                    .contains("The stop command of service 'deserted' failed with exit code 3: no engine."
                            + " The service is sent its stop signal.");
        }
        assertThat(service.log().lines()).extracting(LogLine::text).contains("signalled");
    }

    @Test
    void gives_way_to_the_signal_when_it_cannot_be_run() throws IOException {
        Path program = Files.writeString(folder.resolve("stop"), "#!/bin/sh\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        RunningService service = ServiceLauncher.start(
                client("trap 'echo signalled; exit' TERM; echo ready; while :; do sleep 0.01; done", "")
                        .stopCommand(program.toString())
                        .build());
        Files.delete(program);

        service.stop();

        assertThat(service.log().lines()).extracting(LogLine::text).contains("signalled");
    }

    @Test
    void has_the_last_word_when_it_has_failed() throws IOException {
        RunningService service = ServiceLauncher.start(
                client(client, "echo stop >>calls; [ $(wc -l <calls) -gt 1 ] || exit 3; rm container")
                        .build());

        service.stop();

        assertThat(calls()).containsExactly("stop", "stop");
    }

    @Test
    void may_fail_when_the_service_ends_all_the_same() {
        RunningService service = ServiceLauncher.start(
                client(client, REMOVE_AND_END + "; exit 3").name("abrupt").build());

        try (LoggedMessages logged = new LoggedMessages()) {
            service.stop();

            assertThat(logged.all()).noneMatch(message -> message.startsWith("The stop command of service 'abrupt'"));
        }
    }

    @Test
    void is_not_killed_by_a_kill_that_comes_while_it_has_the_last_word() throws Exception {
        String stop = "echo stop >>calls; until [ -e go ]; do sleep 0.01; done; rm container";
        RunningService service = ServiceLauncher.start(client(client, stop).build());
        ProcessHandle.of(service.pid()).orElseThrow().destroyForcibly();
        service.onExit().get(20, TimeUnit.SECONDS);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::stop);
        awaitCall();

        Thread killer = new Thread(service::kill);
        killer.start();
        awaitBlocked(killer);
        Files.createFile(folder.resolve("go"));

        stopped.get(20, TimeUnit.SECONDS);
        killer.join();
        assertThat(calls()).containsExactly("stop");
    }

    /** Of a service that does not end, for ten seconds that pass at once. */
    private StopRequest deafTo(String script) {
        StopCommand command = new StopCommand(
                List.of("/bin/sh", "-c", script), folder, Map.of("PATH", "/usr/bin:/bin"), Duration.ofSeconds(10));
        SecretMask mask = SecretMask.of(List.of(), Map.of(), List.of());
        return new StopRequest("deaf", command, MarkNumbers.newMark(), () -> mask, new QuickTime(neverEnds));
    }

    private ServiceSpec.Builder client(String script, String stop) {
        return ShellService.of("client", script)
                .directory(folder.toString())
                .readyPattern("ready")
                .stopCommand("/bin/sh", "-c", stop)
                .stopTimeout(Duration.ofSeconds(20));
    }

    private List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private void awaitCall() throws IOException {
        Eventually.holds(() -> !calls().isEmpty());
    }

    /** Until it waits for the last word of another thread, or has it run once more. */
    private void awaitBlocked(Thread thread) throws IOException {
        Eventually.holds(() -> thread.getState() == Thread.State.BLOCKED || calls().size() != 1);
    }
}
