package io.github.managedservice.internal.readiness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Asks a probe again and again, on a thread of its own, until the service is ready or nobody waits any more. */
public final class Polling {

    private final Probe probe;
    private final BackOff backOff;
    private final Pause pause;
    private final CompletableFuture<Void> result = new CompletableFuture<>();
    private final Thread thread;

    /** Written by the polling thread alone. */
    private volatile Progress progress = new Progress(0, Optional.empty());

    /** How the attempt stood that was called off. */
    private volatile Optional<Probe.Pending> calledOff = Optional.empty();

    private Polling(String threadName, Probe probe, LongSupplier nanoTime, Pause pause) {
        this.probe = probe;
        this.backOff = new BackOff(nanoTime);
        this.pause = pause;
        this.thread = new Thread(this::ask, threadName);
        this.thread.setDaemon(true);
    }

    /**
     * Starts to ask; the first attempt is made at once.
     *
     * @param threadName name of the daemon thread
     * @param probe the question
     * @return the running polling
     */
    public static Polling start(String threadName, Probe probe) {
        return start(threadName, probe, System::nanoTime, duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()));
    }

    static Polling start(String threadName, Probe probe, LongSupplier nanoTime, Pause pause) {
        Polling polling = new Polling(threadName, probe, nanoTime, pause);
        polling.thread.start();
        return polling;
    }

    /**
     * Gives the future that completes when the service is ready.
     *
     * @return completed normally on the polling thread; exceptionally if the probe itself is broken or was cancelled
     */
    public CompletableFuture<Void> result() {
        return result;
    }

    /**
     * Counts the attempts that have been answered.
     *
     * @return 0 before the first answer
     */
    public int attempts() {
        return progress.attempts();
    }

    /**
     * Gives the last answer that was not "ready".
     *
     * @return why the service was not ready, empty while no attempt has failed
     */
    public Optional<Attempt.NotYet> lastAnswer() {
        return progress.lastAnswer();
    }

    /**
     * Says how an attempt stands that is taking long, or was when it was called off.
     *
     * @return empty where there is none
     */
    public Optional<Probe.Pending> pending() {
        return result.isDone() ? calledOff : probe.pending();
    }

    /** Stops at once, also in the middle of an attempt; without effect once there is a result. */
    public void cancel() {
        Optional<Probe.Pending> last = result.isDone() ? Optional.empty() : probe.pending();
        // Where there is a result, the thread may be at work for those who waited: it is not ours to interrupt.
        if (result.cancel(false)) {
            calledOff = last;
            thread.interrupt();
        }
    }

    /**
     * Stops, and waits a moment until nothing is asked any more.
     *
     * @param limit when to go on all the same: code of a test may ignore an interrupt
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
                pause.pause(backOff.next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.cancel(false);
        } catch (Throwable e) {
            // Otherwise whoever waits would wait until the limit, and the cause would end in the thread's stack trace.
            result.completeExceptionally(e);
        }
    }

    private boolean isReady(Attempt attempt) {
        Optional<Attempt.NotYet> answer =
                attempt instanceof Attempt.NotYet notYet ? Optional.of(notYet) : progress.lastAnswer();
        progress = new Progress(progress.attempts() + 1, answer);
        return attempt instanceof Attempt.Ready;
    }

    /** Waits for a time that is over when it returns. */
    @FunctionalInterface
    interface Pause {
        void pause(Duration duration) throws InterruptedException;
    }

    private record Progress(int attempts, Optional<Attempt.NotYet> lastAnswer) {}
}
