package io.github.managedservice.service;

import io.github.managedservice.internal.readiness.Polling;
import io.github.managedservice.internal.readiness.Probe;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Watches a condition that can only be asked: nobody tells us when a port opens. */
record PolledWatch(String condition, Polling polling) implements ReadinessWatch {

    static PolledWatch start(String threadName, Probe probe) {
        return new PolledWatch(probe.description(), Polling.start(threadName, probe));
    }

    @Override
    public CompletableFuture<Void> ready() {
        return polling.result();
    }

    @Override
    public List<String> states() {
        String lastAnswer = polling.lastReason()
                .map(reason ->
                        reason + (polling.attempts() == 1 ? " (1 attempt)" : " (" + polling.attempts() + " attempts)"))
                .orElse("not answered yet");
        return List.of(ReadinessWatch.state(ready(), condition, lastAnswer));
    }

    @Override
    public void close() {
        polling.cancel();
    }
}
