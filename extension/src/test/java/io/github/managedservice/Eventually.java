package io.github.managedservice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what no future tells, with a limit. */
public final class Eventually {

    public static final Duration LIMIT = Duration.ofSeconds(20);

    /** Something that becomes true. */
    @FunctionalInterface
    public interface Claim {
        boolean holds() throws IOException;
    }

    private Eventually() {}

    public static void holds(Claim claim) {
        long start = System.nanoTime();
        while (!now(claim)) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new AssertionError("Not even after " + LIMIT.toSeconds() + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static boolean now(Claim claim) {
        try {
            return claim.holds();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
