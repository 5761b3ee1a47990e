package io.github.managedservice.service;

import io.github.managedservice.internal.process.ChildProcess;
import io.github.managedservice.internal.process.Guard;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.process.StopCommand;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks a service to end, and waits for it: first the service's own process, then what it left behind.
 *
 * @param spec how it wants to be asked, and for how long
 * @param run what is asked
 * @param mask what must not be shown
 */
record PoliteStop(ServiceSpec spec, ServiceRun run, Supplier<SecretMask> mask) {

    private static final Logger LOGGER = System.getLogger("io.github.managedservice");

    /** Returns whether nothing is left. */
    boolean askAndWait() {
        long began = System.nanoTime();
        if (run.isAlive()) {
            ask(began);
            run.awaitExit(left(began));
        }
        // The usual case, found by the one look that shows it.
        if (!run.isAlive() && run.tree().awaitEmpty(Duration.ZERO)) {
            return true;
        }
        // A shell that was asked is gone at once; the server it started has not been asked yet. A stop command has
        // spoken to all of it, and SIGKILL is not worth asking twice.
        boolean others = run.stopCommand().isEmpty() && !spec.stopSignal.equals("KILL");
        if (others && !left(began).isZero() && !run.isAlive()) {
            run.tree().signalAll(spec.stopSignal);
        }
        return run.tree().awaitEmpty(left(began));
    }

    private void ask(long began) {
        if (run.stopCommand().isEmpty()) {
            run.tree().ask(spec.stopSignal);
            return;
        }
        StopCommand stop = run.stopCommand().get();
        try {
            Launch launch = new Launch(
                    stop.command(),
                    stop.directory(),
                    stop.environment(),
                    run.launch().mark());
            ChildProcess asking = ChildProcess.start(spec.name + "-stop", launch, Guard.shared());
            Drain.discard("service-" + spec.name + "-stop", asking);
            CompletableFuture.anyOf(asking.onExit(), run.onExit())
                    .get(left(began).toNanos(), TimeUnit.NANOSECONDS);
        } catch (IOException | ExecutionException e) {
            LOGGER.log(
                    Level.WARNING,
                    "The stop command of service ''{0}'' could not be run: {1}",
                    spec.name,
                    mask.get().text(e.toString()));
        } catch (TimeoutException e) {
            LOGGER.log(
                    Level.WARNING,
                    "The stop command of service ''{0}'' did not end within {1}.",
                    spec.name,
                    Durations.text(spec.stopTimeout));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is left of the time; nothing once the thread was interrupted, for that asks to hurry. */
    private Duration left(long began) {
        Duration left = spec.stopTimeout.minusNanos(System.nanoTime() - began);
        return left.isNegative() || Thread.currentThread().isInterrupted() ? Duration.ZERO : left;
    }
}
