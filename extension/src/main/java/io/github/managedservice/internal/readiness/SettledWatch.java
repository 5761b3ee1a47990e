package io.github.managedservice.internal.readiness;

import java.util.concurrent.CompletableFuture;

/** A condition of which nothing has to be watched: it holds, or cannot be watched. */
record SettledWatch(ConditionState state, CompletableFuture<Void> ready) implements ReadinessWatch {

    @Override
    public void close() {}
}
