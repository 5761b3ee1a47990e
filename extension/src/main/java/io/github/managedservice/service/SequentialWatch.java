package io.github.managedservice.service;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Watches a first condition, and a second one only once the first holds. */
final class SequentialWatch implements ReadinessWatch {

    private final ReadinessWatch first;
    private final ConditionState unwatchedSecond;
    private final CompletableFuture<Void> ready;

    /** Guarded by this. */
    private @Nullable ReadinessWatch second;

    /** Guarded by this. */
    private boolean closed;

    SequentialWatch(Readiness first, Readiness second, Starting starting) {
        this.first = ReadinessWatch.of(first, starting);
        this.unwatchedSecond = second.unwatched(starting.fillKnown());
        this.ready = this.first.ready().thenCompose(done -> begin(second, starting));
    }

    private synchronized CompletableFuture<Void> begin(Readiness next, Starting starting) {
        if (closed) {
            return new CompletableFuture<>();
        }
        second = ReadinessWatch.of(next, starting);
        return second.ready();
    }

    @Override
    public CompletableFuture<Void> ready() {
        return ready;
    }

    @Override
    public synchronized ConditionState state() {
        return ConditionState.Combined.of(
                CombinedReadiness.Kind.THEN, first.state(), second == null ? unwatchedSecond : second.state());
    }

    @Override
    public synchronized void stopAsking() {
        first.stopAsking();
        if (second != null) {
            second.stopAsking();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        first.close();
        if (second != null) {
            second.close();
        }
    }
}
