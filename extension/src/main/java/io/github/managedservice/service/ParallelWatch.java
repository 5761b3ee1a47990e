package io.github.managedservice.service;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Watches two conditions side by side, until both hold or one of them does. */
final class ParallelWatch implements ReadinessWatch {

    private final ReadinessWatch first;
    private final ReadinessWatch second;
    private final CompletableFuture<Void> ready;

    ParallelWatch(boolean both, ReadinessWatch first, ReadinessWatch second) {
        this.first = first;
        this.second = second;
        this.ready = both
                ? CompletableFuture.allOf(first.ready(), second.ready())
                : CompletableFuture.anyOf(first.ready(), second.ready()).thenAccept(either -> {});
    }

    @Override
    public CompletableFuture<Void> ready() {
        return ready;
    }

    @Override
    public List<String> states() {
        return Stream.concat(first.states().stream(), second.states().stream()).toList();
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
