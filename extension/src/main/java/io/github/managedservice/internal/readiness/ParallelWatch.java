package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.declaration.Condition;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Watches two conditions side by side, until both hold or one of them does. */
final class ParallelWatch implements ReadinessWatch {

    private final Condition.Kind kind;
    private final ReadinessWatch first;
    private final ReadinessWatch second;
    private final CompletableFuture<Void> ready;

    ParallelWatch(Condition.Kind kind, ReadinessWatch first, ReadinessWatch second) {
        this.kind = kind;
        this.first = first;
        this.second = second;
        this.ready = kind == Condition.Kind.AND
                ? all(first.ready(), second.ready())
                : CompletableFuture.anyOf(first.ready(), second.ready()).thenAccept(either -> {});
    }

    /** Both; {@code allOf} alone would wait for the one where the other has failed already. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static CompletableFuture<Void> all(CompletableFuture<Void> first, CompletableFuture<Void> second) {
        CompletableFuture<Void> all = CompletableFuture.allOf(first, second);
        Stream.of(first, second)
                .forEach(one -> one.whenComplete((ready, failure) -> {
                    if (failure != null) {
                        all.completeExceptionally(failure);
                    }
                }));
        return all;
    }

    @Override
    public CompletableFuture<Void> ready() {
        return ready;
    }

    @Override
    public ConditionState state() {
        return ConditionState.Combined.of(kind, first.state(), second.state());
    }

    @Override
    public void stopAsking() {
        first.stopAsking();
        second.stopAsking();
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
