package io.github.managedservice.internal.readiness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Asks a probe again and again, on a daemon thread of its own, until the service is ready or the polling is cancelled.
 */
public final class Polling {

    private final Probe probe;
    private final ProbeInterval interval;
    private final Pause pause;
    private final CompletableFuture<Void> result = new CompletableFuture<>();
    private final Thread thread;

    /** Written by the polling thread alone. */
    private volatile Progress progress = new Progress(0, Optional.empty());

    /** The state of the attempt that was called off. */
    private volatile Optional<Probe.Pending> calledOff = Optional.empty();

    private Polling(String threadName, Probe probe, LongSupplier nanoTime, Pause pause) {
        this.probe = probe;
        this.interval = new ProbeInterval(nanoTime);
        this.pause = pause;
        this.thread = new Thread(this::ask, threadName);
        this.thread.setDaemon(true);
    }

    /** Makes the first attempt at once. */
    public static Polling start(String threadName, Probe probe) {
        return start(threadName, probe, System::nanoTime, duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()));
    }

    static Polling start(String threadName, Probe probe, LongSupplier nanoTime, Pause pause) {
        Polling polling = new Polling(threadName, probe, nanoTime, pause);
        polling.thread.start();
        return polling;
    }

    /**
     * Completed on the polling thread when the service is ready; exceptionally if the probe itself is broken or was
     * cancelled.
     */
    public CompletableFuture<Void> result() {
        return result;
    }

    /** How many attempts have been answered. */
    public int attempts() {
        return progress.attempts();
    }

    /** The last answer that was not "ready". */
    public Optional<ProbeResult.NotYet> lastAnswer() {
        return progress.lastAnswer();
    }

    /** The state of an attempt that takes long, or did when it was called off. */
    public Optional<Probe.Pending> pending() {
        return result.isDone() ? calledOff : probe.pending();
    }

    /** Stops at once, even in the middle of an attempt; has no effect once there is a result. */
    public void cancel() {
        Optional<Probe.Pending> last = result.isDone() ? Optional.empty() : probe.pending();
        // Once there is a result, the thread may run actions of its callers, which must not be interrupted.
        if (result.cancel(false)) {
            calledOff = last;
            thread.interrupt();
        }
    }

    /**
     * Stops, and waits until the attempt has ended; not longer than the limit, because code of a test may ignore an
     * interrupt.
     */
    public void cancel(Duration limit) {
        cancel();
        try {
            if (result.isCancelled()) {
                thread.join(limit.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        try {
            while (!result.isDone()) {
                if (isReady(probe.attempt())) {
                    result.complete(null);
                    return;
                }
                pause.pause(interval.next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.cancel(false);
        } catch (Throwable e) {
            // Otherwise the caller would wait until its limit, and not learn the cause.
            result.completeExceptionally(e);
        }
    }

    private boolean isReady(ProbeResult attempt) {
        Optional<ProbeResult.NotYet> answer =
                attempt instanceof ProbeResult.NotYet notYet ? Optional.of(notYet) : progress.lastAnswer();
        progress = new Progress(progress.attempts() + 1, answer);
        return attempt instanceof ProbeResult.Ready;
    }

    /** Waits for a time that is over when it returns. */
    @FunctionalInterface
    interface Pause {
        void pause(Duration duration) throws InterruptedException;
    }

    private record Progress(int attempts, Optional<ProbeResult.NotYet> lastAnswer) {}
}
