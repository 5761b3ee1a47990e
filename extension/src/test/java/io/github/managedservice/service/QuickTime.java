package io.github.managedservice.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Passes at once where something is waited for that will not be; everything else is waited for in fact. */
final class QuickTime implements Time {

    private final List<CompletableFuture<?>> neverDone;
    private long now = Long.MAX_VALUE - 1_000_000;

    QuickTime(CompletableFuture<?>... neverDone) {
        this.neverDone = List.of(neverDone);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    void pass(Duration time) {
        now += time.toNanos();
    }

    @Override
    public boolean await(CompletableFuture<?> future, Duration limit) throws InterruptedException {
        if (!future.isDone() && neverDone.stream().anyMatch(never -> never == future)) {
            pass(limit);
            return false;
        }
        return REAL.await(future, Duration.ofSeconds(60));
    }
}
