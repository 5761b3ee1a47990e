package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.lifecycle.StartFailure.Kind;
import io.github.managedservice.internal.log.LateLog;
import io.github.managedservice.internal.log.LibraryLog;
import io.github.managedservice.internal.output.LineMatch;
import io.github.managedservice.internal.output.LineWatch;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.readiness.ConditionState;
import io.github.managedservice.internal.readiness.ReadinessWatch;
import io.github.managedservice.internal.readiness.ReadinessWatches;
import io.github.managedservice.internal.readiness.Starting;
import io.github.managedservice.internal.readiness.StrangerOnPortException;
import io.github.managedservice.internal.text.Durations;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.internal.text.VisibleText;
import io.github.managedservice.internal.time.FairLimit;
import io.github.managedservice.internal.time.Reminders;
import io.github.managedservice.internal.time.Time;
import io.github.managedservice.service.ServiceExit;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets readiness, exit, failure line and limit race; the first to finish decides. */
final class StartRace implements AutoCloseable {

    /** A process that has ended soon has an exit code. */
    private static final Duration EXIT_KNOWN = Duration.ofSeconds(1);

    private static final int LONGEST_LINE = 200;
    private static final int BEFORE_MATCH = 50;

    private final Declaration spec;
    private final Switches switches;
    private final Duration limit;
    private final ServiceRun run;
    private final ReadinessWatch readiness;
    private final @Nullable LineWatch failureLine;
    private final Supplier<SecretMask> mask;
    private final OutputLog log;
    private final String debugger;
    private final Time time;

    private final CompletableFuture<Outcome> decision = new CompletableFuture<>();

    /** What finished first, and when: an exit, a failure line, or else readiness, which may have failed. */
    private record Outcome(
            @Nullable ServiceExit exit,
            @Nullable LineMatch failureLine,
            @Nullable Throwable failure,
            Duration age) {}

    /** The thread that waits anyway may do the watching. */
    private final class Loan implements FairLimit.Wait, BooleanSupplier {

        @Override
        public boolean atMost(Duration longest) throws InterruptedException {
            readiness.awaitOnCallingThread(longest, this);
            return getAsBoolean();
        }

        @Override
        public boolean getAsBoolean() {
            return decision.isDone();
        }
    }

    // The continuations have no result except the decision.
    @SuppressWarnings("FutureReturnValueIgnored")
    StartRace(
            Declaration spec,
            Switches switches,
            Duration limit,
            ServiceRun run,
            Starting starting,
            Supplier<SecretMask> mask,
            Optional<DebugPort> debugPort,
            Time time) {
        this.mask = mask;
        this.debugger = debugPort.isPresent()
                ? " (debugger: attach to " + debugPort.get().address() + ")"
                : "";
        this.time = time;
        this.spec = spec;
        this.switches = switches;
        this.limit = limit;
        this.run = run;
        this.log = starting.log();
        // Ends with the log where what follows fails; a ready check would go on asking.
        this.failureLine = spec.failurePattern().isPresent()
                ? LineWatch.start(
                        starting.threadName("failure"),
                        starting.log(),
                        starting.from(),
                        spec.failurePattern().get(),
                        1)
                : null;
        this.readiness = ReadinessWatches.ofAll(spec.readiness(), starting);
        readiness.ready().whenComplete((ready, failure) -> decide(null, null, failure));
        run.onExit().thenAccept(exit -> cut(exit, null));
        if (failureLine != null) {
            failureLine.result().thenAccept(match -> cut(null, match));
        }
    }

    private void decide(@Nullable ServiceExit exit, @Nullable LineMatch match, @Nullable Throwable failure) {
        decision.complete(new Outcome(exit, match, failure, run.age()));
    }

    /** Decides, and wakes the watch, which may have borrowed the thread that waits. */
    private void cut(@Nullable ServiceExit exit, @Nullable LineMatch match) {
        decide(exit, match, null);
        log.wake();
    }

    /** Empty when the service is ready. */
    private Optional<StartFailure> failure(Outcome outcome) {
        if (outcome.exit != null) {
            return Optional.of(exited(outcome.exit));
        }
        return outcome.failureLine != null ? failed(outcome.failureLine) : readyOr(outcome.failure, outcome.age);
    }

    private Optional<StartFailure> readyOr(@Nullable Throwable failure, Duration age) {
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException wrapper && wrapper.getCause() != null
                    ? wrapper.getCause()
                    : failure;
            return cause instanceof StrangerOnPortException
                    ? failure(Kind.STRANGER_ON_PORT, String.valueOf(cause.getMessage()))
                    : failure(Kind.DECLARATION, "its ready check cannot run, because " + cause.getMessage());
        }
        // A process that says "ready" with its last breath is not. It has ended before its exit code is known.
        if (!run.isAlive() && run.awaitExit(EXIT_KNOWN)) {
            return Optional.of(exited(run.onExit().join()));
        }
        LateLog.info("Service '" + spec.name() + "' is ready after " + Durations.text(age));
        return Optional.empty();
    }

    private static StartFailure exited(ServiceExit exit) {
        return new StartFailure(
                Kind.EXIT, "it " + FailureReport.asVerb(exit) + " after " + Durations.text(exit.duration()));
    }

    private Optional<StartFailure> failed(LineMatch match) {
        return failure(
                Kind.FAILURE_LINE,
                "it printed \"" + excerpt(match) + "\", which matches its failurePattern \""
                        + spec.failurePattern().map(Pattern::pattern).orElse("") + "\", after "
                        + Durations.text(
                                Duration.between(run.startedAt(), match.line().at())));
    }

    /** Of a long line, what matched and a little before. Masked first, because half of a secret would not be masked. */
    private String excerpt(LineMatch match) {
        String line = match.line().text();
        String masked = mask.get().text(line);
        if (masked.length() <= LONGEST_LINE || match.start() <= BEFORE_MATCH) {
            return VisibleText.line(masked, LONGEST_LINE);
        }
        int start = mask.get().text(line.substring(0, match.start())).length();
        int from = Math.max(0, Math.min(start, masked.length()) - BEFORE_MATCH);
        return "…" + VisibleText.line(masked.substring(from), LONGEST_LINE);
    }

    private static Optional<StartFailure> failure(Kind kind, String what) {
        return Optional.of(new StartFailure(kind, what));
    }

    /** Empty when the service is ready. */
    Optional<StartFailure> await() {
        try {
            FairLimit left = new FairLimit(time, limit);
            Reminders reminders = new Reminders();
            boolean decided = left.during(reminders.until(run.age()), new Loan());
            while (!decided && !left.isOver()) {
                decided = left.await(decision, reminders.until(run.age()));
                if (!decided && reminders.isDue(run.age())) {
                    LibraryLog.info("Service '" + spec.name() + "' is not ready after " + Durations.text(run.age())
                            + debugger + ": " + mask.get().text(state().inOneLine()));
                }
            }
            return decision.isDone()
                    ? failure(decision.get())
                    : Optional.of(StartFailure.timeout(switches.timeout(spec)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failure(
                    Kind.INTERRUPT, "the thread that waited for it was interrupted after " + Durations.text(run.age()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The output is still read. */
    void stopAsking() {
        readiness.stopAsking();
    }

    ConditionState state() {
        return readiness.state();
    }

    @Override
    public void close() {
        readiness.close();
        if (failureLine != null) {
            failureLine.close();
        }
    }
}
