package io.github.managedservice.service;

import java.util.concurrent.CompletableFuture;

/** Watches two conditions side by side, until both hold or one of them does. */
final class ParallelWatch implements ReadinessWatch {

    private final CombinedReadiness.Kind kind;
    private final ReadinessWatch first;
    private final ReadinessWatch second;
    private final CompletableFuture<Void> ready;

    ParallelWatch(CombinedReadiness.Kind kind, ReadinessWatch first, ReadinessWatch second) {
        this.kind = kind;
        this.first = first;
        this.second = second;
        this.ready = kind == CombinedReadiness.Kind.AND
                ? CompletableFuture.allOf(first.ready(), second.ready())
                : CompletableFuture.anyOf(first.ready(), second.ready()).thenAccept(either -> {});
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
    public void close() {
        first.close();
        second.close();
    }
}
