package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.time.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Notes the limit of each wait. The first waits seem to take a given time, and wait in vain; all others are real. */
final class NotedWaits implements Time {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000);
    private final List<Duration> limits = new ArrayList<>();
    private final Queue<Duration> inVain;

    NotedWaits(Duration... inVain) {
        this.inVain = new ArrayDeque<>(List.of(inVain));
    }

    List<Duration> limits() {
        return limits;
    }

    @Override
    public long nanoTime() {
        return now.get();
    }

    @Override
    public boolean await(CompletableFuture<?> future, Duration limit) throws InterruptedException {
        limits.add(limit);
        Duration wait = inVain.poll();
        if (wait == null) {
            return REAL.await(future, limit);
        }
        now.addAndGet(wait.toNanos());
        return false;
    }
}
