package io.github.managedservice.service;

import java.util.concurrent.CompletableFuture;

/**
 * A condition that cannot be watched.
 *
 * @param state how it stands
 * @param why what is wrong with it
 */
record UnwatchableCondition(ConditionState state, RuntimeException why) implements ReadinessWatch {

    @Override
    public CompletableFuture<Void> ready() {
        return CompletableFuture.failedFuture(why);
    }

    @Override
    public void close() {}
}
