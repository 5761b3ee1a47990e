package io.github.managedservice.internal.readiness;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Passes when somebody pauses; begins where a sum of nanoseconds is about to overflow, as nanoTime may. */
final class FakeTime {

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1_000_000);
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    long nanoTime() {
        return nanoTime.get();
    }

    void pause(Duration duration) {
        pauses.add(duration);
        nanoTime.addAndGet(duration.toNanos());
    }

    List<Duration> pauses() {
        return pauses;
    }
}
