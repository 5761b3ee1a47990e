package io.github.managedservice.service;

import io.github.managedservice.internal.process.ChildProcess;
import io.github.managedservice.internal.process.Guard;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.process.StopCommand;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a service to end, and waits for it: first the service's own process, then what it left behind.
 *
 * @param serviceName whose threads these are
 * @param signal what asks, where there is no command
 * @param command what asks instead
 * @param limit for all of it
 */
record PoliteStop(String serviceName, String signal, Optional<StopCommand> command, Duration limit) {

    private static final Logger LOGGER = System.getLogger("io.github.managedservice");

    void run(ServiceRun run) {
        long began = System.nanoTime();
        if (run.isAlive()) {
            ask(run, began);
            run.awaitExit(left(began));
        }
        // A shell that was asked is gone at once; the server it started has not been asked yet. A stop command has
        // spoken to all of it, and SIGKILL is not worth asking twice.
        if (command.isEmpty() && !signal.equals("KILL") && !left(began).isZero() && !run.isAlive()) {
            run.tree().signalAll(signal);
        }
        run.tree().awaitEmpty(left(began));
    }

    private void ask(ServiceRun run, long began) {
        if (command.isEmpty()) {
            run.tree().ask(signal);
            return;
        }
        StopCommand stop = command.get();
        try {
            Launch launch = new Launch(
                    stop.command(),
                    stop.directory(),
                    stop.environment(),
                    run.launch().mark());
            ChildProcess asking = ChildProcess.start(serviceName + "-stop", launch, Guard.shared());
            Drain.discard("service-" + serviceName + "-stop", asking);
            CompletableFuture.anyOf(asking.onExit(), run.onExit())
                    .get(left(began).toNanos(), TimeUnit.NANOSECONDS);
        } catch (IOException | ExecutionException e) {
            LOGGER.log(Level.WARNING, "The stop command of service ''{0}'' could not be run: {1}", serviceName, e);
        } catch (TimeoutException e) {
            LOGGER.log(
                    Level.WARNING, "The stop command of service ''{0}'' did not end within {1}.", serviceName, limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is left of the time; nothing once the thread was interrupted, for that asks to hurry. */
    private Duration left(long began) {
        Duration left = limit.minusNanos(System.nanoTime() - began);
        return left.isNegative() || Thread.currentThread().isInterrupted() ? Duration.ZERO : left;
    }
}
