package io.github.managedservice.guarantee;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets time pass between two looks at the process table, which tells nobody when it changes. */
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The harness was interrupted.", e);
        }
    }
}
