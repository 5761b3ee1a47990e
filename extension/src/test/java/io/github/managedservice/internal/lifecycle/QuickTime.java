package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Passes at once where something is waited for that will not be; everything else is waited for in fact. */
final class QuickTime implements Time {

    private final List<CompletableFuture<?>> neverDone;
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000);
    private volatile long quickUntil = now.get();
    private volatile Runnable meanwhile = () -> {};

    QuickTime(CompletableFuture<?>... neverDone) {
        this.neverDone = new ArrayList<>(List.of(neverDone));
    }

    /** Has every wait pass at once in this time from now. */
    static QuickTime during(Duration time) {
        QuickTime quick = new QuickTime();
        quick.quickUntil = quick.nanoTime() + time.toNanos();
        return quick;
    }

    @Override
    public long nanoTime() {
        return now.get();
    }

    void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** From now on this will not be. */
    void never(CompletableFuture<?> future) {
        neverDone.add(future);
    }

    /** Does this once, when something is waited for. */
    void meanwhile(Runnable action) {
        meanwhile = action;
    }

    @Override
    public boolean await(CompletableFuture<?> future, Duration limit) throws InterruptedException {
        Runnable action = meanwhile;
        meanwhile = () -> {};
        action.run();
        boolean quick = quickUntil - nanoTime() > 0 || neverDone.stream().anyMatch(never -> never == future);
        if (!future.isDone() && quick) {
            pass(limit);
            return false;
        }
        return REAL.await(future, Duration.ofSeconds(60));
    }
}
