package io.github.managedservice.internal.readiness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Watches a condition that can only be asked: nobody tells us when a port opens. */
record PolledWatch(String condition, Polling polling, Optional<Expected> expected) implements ReadinessWatch {

    /** An interrupt ends all but code of a test that ignores it. */
    private static final Duration CALLED_OFF = Duration.ofSeconds(1);

    static PolledWatch start(String threadName, Probe probe, Optional<Expected> expected) {
        return new PolledWatch(probe.description(), Polling.start(threadName, probe), expected);
    }

    @Override
    public CompletableFuture<Void> ready() {
        return polling.result();
    }

    @Override
    public ConditionState state() {
        ConditionState.Progress progress = ConditionState.Progress.of(ready());
        String standing = switch (progress) {
            case FAILED -> ": " + ConditionState.Progress.reason(ready());
            default ->
                polling.pending()
                        .map(pending ->
                                ConditionState.Simple.answer(pending.answer(), polling.attempts() + pending.tries()))
                        .or(() -> polling.lastAnswer()
                                .map(last -> ConditionState.Simple.answer(last, polling.attempts())))
                        .orElse(" has not been answered yet");
        };
        return ConditionState.Simple.of(progress, condition, standing, expected);
    }

    @Override
    public void stopAsking() {
        polling.cancel(CALLED_OFF);
    }

    @Override
    public void close() {
        polling.cancel();
    }
}
