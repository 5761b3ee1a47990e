package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.guard.StopCommand;
import io.github.managedservice.internal.log.LibraryLog;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.process.ChildProcess;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.readiness.LastLineReader;
import io.github.managedservice.internal.text.Durations;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.internal.text.VisibleText;
import io.github.managedservice.internal.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Runs the stop command of a service. The command carries the mark of the service, so it ends with the service at the
 * latest. The process of the service may be just a client: a container that it has an engine run may outlive it, or be
 * created after a stop command has looked for it. So the command runs once more at the end, unless one was enough. The
 * guard's script follows the same rules.
 */
record StopRequest(String service, StopCommand command, ProcessMark mark, Supplier<SecretMask> mask, Time time) {

    /** The pause after which an interrupted start may have created what the next stop command finds. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** A client may fail because the service ended before it answered. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final int LONGEST_LINE = 500;

    /**
     * Asks a service that was ready, until it or the command ends, or the thread is interrupted. Returns false if the
     * command cannot be run, or fails.
     */
    boolean ask(CompletableFuture<?> serviceExit, Duration limit) {
        try {
            Asking asking = start();
            if (!time.await(CompletableFuture.anyOf(asking.exit(), serviceExit), limit)) {
                warnTooSlow();
            } else if (asking.exit().getNow(0) != 0 && !await(serviceExit, limit.compareTo(SOON) < 0 ? limit : SOON)) {
                warnFailed(asking);
                return false;
            }
        } catch (IOException e) {
            warnNotRun(e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    /** Asks a service that was still starting, again and again until it ends, despite interrupts. */
    void askUntilExit(CompletableFuture<?> serviceExit) {
        long began = time.nanoTime();
        try {
            while (!left(began).isZero() && !serviceExit.isDone()) {
                Duration pause = left(began).compareTo(AGAIN) < 0 ? left(began) : AGAIN;
                CompletableFuture<Integer> asking = start().exit();
                await(serviceExit, pause);
                // It may have work left after it has ended the service.
                await(asking, left(began));
            }
        } catch (IOException e) {
            warnNotRun(e);
        }
    }

    private Duration left(long began) {
        Duration left = command.limit().minusNanos(time.nanoTime() - began);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Stops what the service has begun outside its processes. To be called when these have ended. */
    void runStopCommandAgain() {
        try {
            if (!await(start().exit(), command.limit())) {
                warnTooSlow();
            }
        } catch (IOException e) {
            warnNotRun(e);
        }
    }

    private Asking start() throws IOException {
        Launch launch = new Launch(command.command(), command.directory(), command.environment(), mark);
        try {
            ChildProcess asking = ChildProcess.startHelper(service + "-stop", launch);
            try {
                return new Asking(asking.onExit(), LastLineReader.lastLine("service-" + service + "-stop", asking));
            } catch (Throwable e) {
                asking.abandon();
                throw e;
            }
        } catch (OutOfMemoryError e) {
            // A service that cannot be asked can still be killed.
            throw new IOException(Shortage.reason(e), e);
        }
    }

    /** An interrupt does not end the wait, because nothing else would stop what is left. */
    private boolean await(CompletableFuture<?> future, Duration limit) {
        return time.awaitInAnyCase(future, limit);
    }

    private void warnNotRun(Exception failure) {
        LibraryLog.warn("The stop command of service '" + service + "' could not be run: "
                + mask.get().text(failure.toString()));
    }

    private void warnFailed(Asking asking) {
        await(asking.lastLine(), SOON);
        String lastLine = asking.lastLine().getNow("");
        LibraryLog.warn("The stop command of service '" + service + "' failed with exit code "
                + asking.exit().join()
                + (lastLine.isEmpty() ? "" : ": " + VisibleText.line(mask.get().text(lastLine), LONGEST_LINE))
                + ". The service is sent its stop signal.");
    }

    private void warnTooSlow() {
        LibraryLog.warn("The stop command of service '" + service + "' did not end within "
                + Durations.text(command.limit()) + ".");
    }

    /** The last line is known once the pipes are closed, and may be empty. */
    private record Asking(CompletableFuture<Integer> exit, CompletableFuture<String> lastLine) {}
}
