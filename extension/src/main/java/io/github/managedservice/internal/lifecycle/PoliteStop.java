package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.lifecycle.ForcedEnd.Asked;
import io.github.managedservice.internal.log.LibraryLog;
import io.github.managedservice.internal.process.TreeProcess;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.internal.time.Time;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks a service that is ready to end, and waits for it: first the service's own process, then what it left behind. */
final class PoliteStop {

    private final Declaration spec;
    private final ServiceRun run;
    private final Supplier<SecretMask> mask;
    private final Time time;
    private Optional<ForcedEnd> forced = Optional.empty();

    PoliteStop(Declaration spec, ServiceRun run, Supplier<SecretMask> mask, Time time) {
        this.time = time;
        this.spec = spec;
        this.run = run;
        this.mask = mask;
    }

    /** Returns what survived. */
    List<TreeProcess> end() {
        if (askAndWait() && run.conclude()) {
            return List.of();
        }
        List<TreeProcess> survivors = run.end();
        if (survivors.isEmpty()) {
            forced.ifPresent(end -> LibraryLog.warn(end.message()));
        }
        return survivors;
    }

    /** Returns whether nothing is left. After a failed stop command that is not known, and the answer is no. */
    boolean askAndWait() {
        try {
            run.pause().thawForGood();
            return ask();
        } catch (UncheckedIOException e) {
            // Most signals are sent by a program, which may fail to start. SIGKILL needs none.
            LibraryLog.warn("Service '" + spec.name() + "' cannot be asked to end, so it is killed: " + e.getCause());
            return false;
        }
    }

    private boolean ask() {
        Optional<StopRequest> request = run.stopRequest();
        boolean alive = run.isAlive();
        // Whatever ended it, it was not the stop command.
        if (request.isPresent() && !alive) {
            return false;
        }
        long began = time.nanoTime();
        boolean byCommand = false;
        if (alive) {
            byCommand = request.isPresent() && request.get().ask(run.onExit(), left(began));
            if (!byCommand) {
                run.tree().ask(spec.stopSignal());
            }
            run.awaitExit(left(began));
        }
        if (!othersAreGone(byCommand, began)) {
            forced = forcedEnd(byCommand, request.isPresent());
            return false;
        }
        return byCommand || request.isEmpty();
    }

    private boolean othersAreGone(boolean byCommand, long began) {
        // The usual case, found by the one look that shows it.
        if (!run.isAlive() && run.tree().awaitEmpty(Duration.ZERO)) {
            return true;
        }
        // A shell that was asked is gone at once; the server it started has not been asked yet. A stop command has
        // spoken to all of it, and SIGKILL is not worth asking twice.
        boolean others = !byCommand && !spec.stopSignal().equals("KILL");
        if (others && !left(began).isZero() && !run.isAlive()) {
            run.tree().signalAll(spec.stopSignal());
        }
        return run.tree().awaitEmpty(left(began));
    }

    /** Empty where SIGKILL was declared, or the stop had less time than declared. */
    private Optional<ForcedEnd> forcedEnd(boolean byCommand, boolean hasCommand) {
        boolean killIsMeant = !byCommand && spec.stopSignal().equals("KILL");
        if (killIsMeant || spec.stopTimeout().isZero() || Thread.currentThread().isInterrupted()) {
            return Optional.empty();
        }
        boolean running = run.isAlive();
        List<TreeProcess> members = run.tree().members();
        Asked asked = byCommand
                ? Asked.byCommand()
                : hasCommand ? Asked.byCommandInVain(spec.stopSignal()) : Asked.bySignal(spec.stopSignal());
        return members.isEmpty()
                ? Optional.empty()
                : Optional.of(new ForcedEnd(
                        spec.name(), asked, spec.stopTimeout(), running, FailureReport.masked(members, mask.get())));
    }

    /** Zero once the thread was interrupted, which means hurry. */
    private Duration left(long began) {
        Duration left = spec.stopTimeout().minusNanos(time.nanoTime() - began);
        return left.isNegative() || Thread.currentThread().isInterrupted() ? Duration.ZERO : left;
    }
}
