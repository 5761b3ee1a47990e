package io.github.managedservice.service;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A condition that is being watched during one start. */
interface ReadinessWatch extends AutoCloseable {

    /** Completes when the condition holds. */
    CompletableFuture<Void> ready();

    /**
     * Lends the calling thread to the watch, which returns it early when it has no use for it.
     *
     * @param limit how long at most
     * @param decided whether the wait is over, however it ended
     */
    default void borrow(Duration limit, BooleanSupplier decided) throws InterruptedException {}

    /**
     * Asks nothing more, and waits a moment until that is so: what a service answers while it is being killed, or has ended, is
     * no answer. What it has printed is still looked at.
     */
    default void stopAsking() {}

    /** How things stand. */
    ConditionState state();

    /** Stops watching, at once. */
    @Override
    void close();

    /** Begins to watch one of several conditions. */
    static ReadinessWatch of(Readiness readiness, Starting starting) {
        return of(readiness, readiness::watch, starting);
    }

    /** Begins to watch the condition that decides alone; {@link #borrow} is called once. */
    static ReadinessWatch ofAll(Readiness readiness, Starting starting) {
        return of(readiness, readiness::watchAlone, starting);
    }

    /** What cannot be watched fails as a condition does, so that the start is given up in order. */
    private static ReadinessWatch of(Readiness readiness, Function<Starting, ReadinessWatch> watch, Starting starting) {
        try {
            return watch.apply(starting);
        } catch (RuntimeException e) {
            return new UnwatchableCondition(
                    readiness.unwatched(starting.fillKnown()).failed(String.valueOf(e.getMessage())), e);
        }
    }
}
