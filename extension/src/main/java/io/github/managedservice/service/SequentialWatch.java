package io.github.managedservice.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Watches a first condition, and a second one only once the first holds. */
final class SequentialWatch implements ReadinessWatch {

    private final ReadinessWatch first;
    private final CompletableFuture<Void> ready;

    /** Guarded by this. */
    private @Nullable ReadinessWatch second;

    /** Guarded by this. */
    private boolean closed;

    SequentialWatch(Readiness first, Readiness second, Starting starting) {
        this.first = first.watch(starting);
        this.ready = this.first.ready().thenCompose(done -> begin(second, starting));
    }

    private synchronized CompletableFuture<Void> begin(Readiness next, Starting starting) {
        if (closed) {
            return new CompletableFuture<>();
        }
        second = next.watch(starting);
        return second.ready();
    }

    @Override
    public CompletableFuture<Void> ready() {
        return ready;
    }

    @Override
    public synchronized List<String> states() {
        List<String> states = new ArrayList<>(first.states());
        if (second == null) {
            states.add("waiting: what has to follow: not looked at yet");
        } else {
            states.addAll(second.states());
        }
        return states;
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
