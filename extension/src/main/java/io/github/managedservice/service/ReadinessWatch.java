package io.github.managedservice.service;

import java.util.concurrent.CompletableFuture;

/** A condition that is being watched during one start. */
interface ReadinessWatch extends AutoCloseable {

    /** Completes when the condition holds. */
    CompletableFuture<Void> ready();

    /** How things stand. */
    ConditionState state();

    /** Stops watching, at once. */
    @Override
    void close();

    /** Begins to watch; what cannot be watched fails as a condition does, so that the start is given up in order. */
    static ReadinessWatch of(Readiness readiness, Starting starting) {
        try {
            return readiness.watch(starting);
        } catch (RuntimeException e) {
            return new UnwatchableCondition(readiness.unwatched().failed(String.valueOf(e.getMessage())), e);
        }
    }
}
