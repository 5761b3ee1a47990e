package io.github.managedservice.internal.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits within a limit: briefly at first, then for longer. */
public final class BackOff {

    private static final Duration FIRST = Duration.ofNanos(200_000);
    private static final Duration LONGEST = Duration.ofMillis(20);

    private final long deadline;
    private Duration next = FIRST;
    private boolean interrupted;

    public BackOff(Duration limit) {
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    public boolean isOver() {
        return left().isZero();
    }

    /** Pauses also when interrupted. Call {@link #restoreInterrupt} in the end. */
    public void pauseThroughInterrupts() {
        try {
            pause();
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    public void restoreInterrupt() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public void pause() throws InterruptedException {
        // Thread.sleep of JDK 17 rounds to whole milliseconds.
        LockSupport.parkNanos(Math.min(next.toNanos(), left().toNanos()));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    }
}
