package io.github.managedservice.internal.time;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * How long a service may still take. Time in which this JVM was stopped, by a signal or with its container, is given back: the
 * service may have become ready meanwhile, and nobody has looked.
 */
public final class FairLimit {

    /** A busy machine is as late as this. */
    private static final Duration USUAL_DELAY = Duration.ofMillis(100);

    private final Time time;
    private Duration left;

    /** No more than this is given back, or a JVM that is stopped again and again would never give up. */
    private Duration grace;

    public FairLimit(Time time, Duration limit) {
        this.time = time;
        this.left = limit;
        this.grace = limit;
    }

    public boolean isOver() {
        return left.isZero() || left.isNegative();
    }

    /** Waits until a future is done; false if that takes longer than this, or than the limit. */
    public boolean await(CompletableFuture<?> future, Duration longest) throws InterruptedException {
        return during(longest, wait -> time.await(future, wait));
    }

    /** Spends time on something else that waits, no longer than this or than the limit, and takes its answer. */
    public boolean during(Duration longest, Wait wait) throws InterruptedException {
        Duration asked = longest.compareTo(left) < 0 ? longest : left;
        long began = time.nanoTime();
        boolean done = wait.atMost(asked);
        spend(asked, Duration.ofNanos(time.nanoTime() - began));
        return done;
    }

    private void spend(Duration asked, Duration took) {
        Duration late = took.minus(asked);
        left = left.minus(late.isNegative() ? took : asked);
        if (late.compareTo(USUAL_DELAY) > 0) {
            Duration back = late.compareTo(grace) < 0 ? late : grace;
            grace = grace.minus(back);
            left = left.plus(back);
        }
    }

    @FunctionalInterface
    public interface Wait {
        boolean atMost(Duration limit) throws InterruptedException;
    }
}
