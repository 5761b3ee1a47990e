package io.github.managedservice.internal.output;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what no future tells, with a limit. */
final class Eventually {

    static final Duration LIMIT = Duration.ofSeconds(20);

    private Eventually() {}

    static void holds(BooleanSupplier claim) {
        long start = System.nanoTime();
        while (!claim.getAsBoolean()) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new AssertionError("Not even after " + LIMIT.toSeconds() + " s");
            }
            Thread.onSpinWait();
        }
    }
}
