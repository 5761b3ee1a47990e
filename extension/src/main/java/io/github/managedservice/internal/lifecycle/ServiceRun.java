package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.guard.Guard;
import io.github.managedservice.internal.os.Signals;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.output.OutputPump;
import io.github.managedservice.internal.output.OutputSource;
import io.github.managedservice.internal.process.ChildProcess;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.process.ProcessTree;
import io.github.managedservice.internal.process.TreeProcess;
import io.github.managedservice.internal.time.Time;
import io.github.managedservice.service.ServiceExit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** One life of a service's process, from its spawn until nothing of it is left. */
final class ServiceRun {

    private static final Set<String> ENDING_SIGNALS = Set.of("TERM", "INT", "KILL");

    /** How long SIGKILL may take: a process in the middle of a large write or dump cannot die before it is over. */
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    /** Once the tree has ended only a stranger can hold the pipes open. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /** On a busy machine, output is read late. A child may print without end. */
    private static final Duration MOST_LAST_WORDS = Duration.ofSeconds(5);

    private static final Duration SHORT = Duration.ofMillis(10);

    private final ChildProcess process;
    private final Launch launch;
    private final Optional<StopRequest> stopRequest;
    private final long startedNanos;
    private final Instant startedAt;
    private final long logStart;
    private final List<OutputPump> pumps;
    private final RunPause pause;
    private final Time time;
    private final CompletableFuture<ServiceExit> exit;
    private final Object concluding = new Object();
    private volatile boolean concluded;
    private volatile boolean endExpected;

    private ServiceRun(
            String name,
            Launch launch,
            Optional<StopRequest> stopRequest,
            ChildProcess process,
            long startedNanos,
            OutputLog log,
            Time time) {
        this.time = time;
        this.launch = launch;
        this.stopRequest = stopRequest;
        this.process = process;
        this.startedNanos = startedNanos;
        this.startedAt = Instant.now().minusNanos(time.nanoTime() - startedNanos);
        this.logStart = log.position();
        this.pumps = List.of(
                OutputPump.start("service-" + name + "-stdout", process.stdout(), OutputSource.STDOUT, log),
                OutputPump.start("service-" + name + "-stderr", process.stderr(), OutputSource.STDERR, log));
        this.exit = process.onExit().thenApply(this::exit);
        this.pause = new RunPause(process.tree());
    }

    /** Tells the guard, spawns the process, and begins to drain its output. Leaves nothing if it throws. */
    static ServiceRun start(String name, Launch launch, Optional<StopRequest> stopRequest, OutputLog log, Time time)
            throws IOException {
        Guard guard = Guard.shared();
        try {
            guard.expect(
                    launch.mark(),
                    stopRequest.isPresent() ? Optional.of(stopRequest.get().command()) : Optional.empty());
            long started = time.nanoTime();
            ChildProcess process = ChildProcess.spawn(name, launch, guard);
            try {
                ServiceRun run = new ServiceRun(name, launch, stopRequest, process, started, log, time);
                process.letGo();
                return run;
            } catch (Throwable e) {
                process.abandon();
                throw e;
            }
        } catch (Throwable e) {
            guard.ended(launch.mark());
            throw e;
        }
    }

    private ServiceExit exit(int exitCode) {
        return new ServiceExit(exitCode, Signals.ofExitCode(exitCode), age(), endExpected);
    }

    Duration age() {
        return Duration.ofNanos(time.nanoTime() - startedNanos);
    }

    Instant startedAt() {
        return startedAt;
    }

    long startedNanos() {
        return startedNanos;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Completed as soon as the process ends, by a thread of its own. */
    CompletableFuture<ServiceExit> onExit() {
        return exit;
    }

    long logStart() {
        return logStart;
    }

    Launch launch() {
        return launch;
    }

    Optional<StopRequest> stopRequest() {
        return stopRequest;
    }

    /** From now on, running the stop command once is enough. Tells the guard so. */
    void becameReady() {
        if (stopRequest.isPresent()) {
            Guard.shared().ready(launch.mark());
        }
    }

    ProcessTree tree() {
        return process.tree();
    }

    RunPause pause() {
        return pause;
    }

    /** From now on the end of the process is no crash. */
    void expectEnd() {
        endExpected = true;
    }

    void signal(String signal) {
        if (ENDING_SIGNALS.contains(signal)) {
            expectEnd();
        }
        if (signal.equals("STOP")) {
            pause.noteFrozen();
        }
        tree().ask(signal);
    }

    /** Waits for the process, not for what it leaves behind; false if the time is over or the thread is interrupted. */
    boolean awaitExit(Duration limit) {
        return await(exit, limit);
    }

    /** Waits after its end until all output is in the log, or the limit is over because a child holds the pipes open. */
    void awaitLastWords(Duration limit) {
        long began = time.nanoTime();
        pumps.forEach(pump -> await(pump.ended(), limit.minusNanos(time.nanoTime() - began)));
        while (pumps.stream().anyMatch(OutputPump::isBehind)
                && time.nanoTime() - began < MOST_LAST_WORDS.toNanos()
                && !Thread.currentThread().isInterrupted()) {
            pumps.forEach(pump -> await(pump.ended(), SHORT));
        }
    }

    private boolean await(CompletableFuture<?> future, Duration limit) {
        try {
            return time.await(future, limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Kills what is left, runs the stop command for what other processes do for the service, and concludes. Returns
     * what survived.
     */
    List<TreeProcess> end() {
        // A service may be killed while it is being stopped, and must not kill the last stop command.
        synchronized (concluding) {
            if (concluded) {
                return List.of();
            }
            List<TreeProcess> survivors = process.tree().kill(KILL_LIMIT);
            if (stopRequest.isPresent()) {
                stopRequest.get().runStopCommandAgain();
                survivors = process.tree().kill(KILL_LIMIT);
            }
            return survivors.isEmpty() && !conclude() ? List.of(process.tree().unseen()) : survivors;
        }
    }

    /**
     * Waits until the last words are in the log and the exit is known, and tells the guard. To be called once nothing
     * is left. False if the process has not ended, although it cannot be seen.
     */
    boolean conclude() {
        for (OutputPump pump : pumps) {
            await(pump.ended(), LAST_WORDS);
        }
        // The process is gone. Only its exit code is missing, which on a busy machine may be late.
        concluded = time.awaitInAnyCase(exit, KILL_LIMIT);
        if (concluded) {
            Guard.shared().ended(launch.mark());
        }
        return concluded;
    }
}
