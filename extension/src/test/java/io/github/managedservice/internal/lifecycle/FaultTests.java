package io.github.managedservice.internal.lifecycle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceExit;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceLog;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTests {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int THREADS = 8;

    /** A shell that is just forking waits for its child, which is stopped, without being interruptible. */
    private static final Set<String> STOPPED = Set.of("T", "D");

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private static ServiceSpec.Builder ticking() {
        return ShellService.of("ticking", "echo ready; while :; do echo tick; sleep 0.01; done")
                .readyPattern("ready")
                .stopTimeout(Duration.ofDays(1));
    }

    /** At the same moment, from several threads; throws what any of them threw. */
    private void fromSeveralThreads(Runnable fault) throws Exception {
        List<CompletableFuture<Void>> all = Stream.generate(() -> CompletableFuture.runAsync(fault, threads))
                .limit(THREADS)
                .toList();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private record Fault(String name, Consumer<RunningService> consumer) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Fault> faults() {
        return Stream.of(
                new Fault("pause", RunningService::pause),
                new Fault("resume", RunningService::resume),
                new Fault("kill", RunningService::kill),
                new Fault("stop", RunningService::stop),
                new Fault("signal HUP", service -> service.signal("HUP")),
                new Fault("signal TERM", service -> service.signal("TERM")),
                new Fault("signal KILL", service -> service.signal("KILL")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void after_the_end_it_does_nothing(Fault fault) {
        RunningService service = ServiceLauncher.start(ticking().build());
        service.stop();
        ServiceExit exit = service.onExit().join();

        fault.consumer().accept(service);

        assertThat(service.isRunning()).isFalse();
        assertThat(service.onExit().join()).isEqualTo(exit);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void several_threads_may_do_it_at_once(Fault fault) throws Exception {
        try (RunningService service = ServiceLauncher.start(ticking().build())) {

            fromSeveralThreads(() -> fault.consumer().accept(service));

            service.stop();
            assertThat(service.isRunning()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void it_may_come_while_the_service_is_being_stopped(Fault fault) throws Exception {
        ServiceSpec spec = ShellService.of(
                        "slow",
                        "trap 'echo bye; while [ ! -e $1/go ]; do sleep 0.01; done; exit' TERM; trap '' HUP; echo ready; while :; do sleep 0.01; done",
                        "${tempDir}")
                .readyPattern("ready")
                .stopTimeout(Duration.ofSeconds(1))
                .build();
        RunningService service = ServiceLauncher.start(spec);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::stop, threads);
        service.log().await("bye", LIMIT);

        fault.consumer().accept(service);

        stopped.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(service.isRunning()).isFalse();
    }

    @Test
    void a_paused_service_is_silent_until_it_is_resumed() throws Exception {
        try (RunningService service = ServiceLauncher.start(ticking().build())) {
            ServiceLog log = service.log();
            log.await("tick", LIMIT);

            service.pause();
            service.pause();
            String state = stateOnceStopped(service);
            service.resume();
            service.resume();

            assertThat(state).isIn(STOPPED);
            log.await(log.mark(), "tick", LIMIT);
        }
    }

    /** A process stops when it is next to run, which on a busy machine is not at once. */
    private static String stateOnceStopped(RunningService service) throws Exception {
        long start = System.nanoTime();
        String state = state(service);
        while (!STOPPED.contains(state) && System.nanoTime() - start < LIMIT.toNanos()) {
            state = state(service);
        }
        return state;
    }

    /** The third word of its line in the process table (proc(5)). */
    private static String state(RunningService service) throws Exception {
        String line = Files.readString(Path.of("/proc/" + service.pid() + "/stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ", 2)[0];
    }

    @ParameterizedTest
    @MethodSource("freezing")
    void a_frozen_service_hears_that_it_is_to_stop(Fault fault) {
        ServiceSpec spec = ShellService.of(
                        "polite", "trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 0.01; done")
                .readyPattern("ready")
                .stopTimeout(Duration.ofDays(1))
                .build();
        RunningService service = ServiceLauncher.start(spec);

        fault.consumer().accept(service);
        service.stop();

        assertThat(service.onExit().join().exitCode()).isZero();
    }

    private static Stream<Fault> freezing() {
        return Stream.of(
                new Fault("pause", RunningService::pause), new Fault("signal STOP", service -> service.signal("STOP")));
    }

    @Test
    void a_pause_does_not_freeze_who_is_being_stopped() throws Exception {
        ServiceSpec spec = ShellService.of(
                        "slow",
                        "trap 'echo bye; while [ ! -e $1/go ]; do sleep 0.01; done; exit 0' TERM; echo ready; while :; do sleep 0.01; done",
                        "${tempDir}")
                .readyPattern("ready")
                .stopTimeout(LIMIT)
                .build();
        RunningService service = ServiceLauncher.start(spec);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::stop, threads);
        service.log().await("bye", LIMIT);

        service.pause();
        Files.createFile(Path.of(service.value("${tempDir}/go")));

        stopped.get(2 * LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(service.onExit().join().exitCode()).isZero();
    }

    @Test
    void a_paused_service_can_be_killed_and_restarted() {
        try (RunningService service = ServiceLauncher.start(ticking().build())) {
            service.pause();

            service.kill();
            service.kill();
            service.restart();

            service.log().await(service.log().mark(), "tick", LIMIT);
            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void restarts_from_several_threads_leave_one_process() throws Exception {
        try (RunningService service = ServiceLauncher.start(ticking().build())) {

            fromSeveralThreads(service::restart);

            assertThat(service.isRunning()).isTrue();
            assertThat(service.log().lines())
                    .filteredOn(line -> line.text().equals("ready"))
                    .hasSize(1 + THREADS);
        }
    }

    @Test
    void a_restart_waits_until_it_is_ready_again() {
        AtomicInteger asked = new AtomicInteger();
        ServiceSpec spec = ticking()
                .readyPattern("")
                .readyWhen(Readiness.check("every second time", service -> asked.incrementAndGet() % 2 == 0))
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {

            service.restart();

            assertThat(asked).hasValue(4);
        }
    }

    @Test
    void a_kill_ends_a_restart_that_is_not_ready() {
        AtomicInteger starts = new AtomicInteger();
        ServiceSpec spec = ticking()
                .readyPattern("")
                .readyWhen(Readiness.check("the first time only", service -> {
                    if (starts.incrementAndGet() > 1) {
                        service.kill();
                        return false;
                    }
                    return true;
                }))
                .timeout(Duration.ofDays(1))
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {

            ServiceStartException failure = catchThrowableOfType(ServiceStartException.class, service::restart);

            assertThat(failure).hasMessageContaining("it was ended by SIGKILL");
        }
    }

    @ParameterizedTest
    @MethodSource("ending")
    void before_it_is_ready_it_fails_the_start(Fault fault) {
        AtomicReference<RunningService> early = new AtomicReference<>();
        ServiceSpec spec = ticking()
                .readyPattern("")
                .readyWhen(Readiness.check("never", service -> {
                    early.set(service);
                    fault.consumer().accept(service);
                    return false;
                }))
                .timeout(Duration.ofDays(1))
                .build();

        ServiceStartException failure =
                catchThrowableOfType(ServiceStartException.class, () -> ServiceLauncher.start(spec));

        assertThat(failure).hasMessageContaining("it was ended by SIG");
        assertThat(requireNonNull(early.get()).isRunning()).isFalse();
    }

    private static Stream<Fault> ending() {
        return faults().filter(fault ->
                List.of("kill", "stop", "signal TERM", "signal KILL").contains(fault.name()));
    }

    @Test
    void before_it_is_ready_it_cannot_be_restarted() {
        AtomicReference<RuntimeException> refusal = new AtomicReference<>();
        ServiceSpec spec = ticking()
                .readyPattern("")
                .readyWhen(Readiness.check("refuses", service -> {
                    try {
                        service.restart();
                    } catch (RuntimeException e) {
                        refusal.set(e);
                    }
                    return true;
                }))
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {

            assertThat(refusal.get())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Service 'ticking' cannot be restarted, because it is still being started");
            assertThat(service.isRunning()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, true", "INT, true", "KILL, true", "HUP, false", "USR1, false"})
    void an_end_is_expected_after_the_signals_that_ask_for_it(String signal, boolean expected) throws Exception {
        try (RunningService service = ServiceLauncher.start(ticking().build())) {

            service.signal(signal);

            ServiceExit exit = service.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(exit.signal()).contains(signal);
            assertThat(exit.expected()).isEqualTo(expected);
        }
    }

    @Test
    void refuses_a_signal_that_does_not_exist() {
        try (RunningService service = ServiceLauncher.start(ticking().build())) {

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> service.signal("SIGNAL"))
                    .withMessageStartingWith("There is no signal 'SIGNAL'. This system has HUP, INT, QUIT, ");
        }
    }
}
