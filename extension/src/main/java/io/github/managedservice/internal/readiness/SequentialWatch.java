package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.declaration.Condition;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
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

    SequentialWatch(ReadinessWatch first, ConditionState unwatchedSecond, Supplier<ReadinessWatch> second) {
        this.first = first;
        this.unwatchedSecond = unwatchedSecond;
        this.ready = first.ready().thenCompose(done -> begin(second));
    }

    private synchronized CompletableFuture<Void> begin(Supplier<ReadinessWatch> next) {
        if (closed) {
            return new CompletableFuture<>();
        }
        second = next.get();
        return second.ready();
    }

    @Override
    public CompletableFuture<Void> ready() {
        return ready;
    }

    @Override
    public synchronized ConditionState state() {
        return ConditionState.Combined.of(
                Condition.Kind.THEN, first.state(), second == null ? unwatchedSecond : second.state());
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
