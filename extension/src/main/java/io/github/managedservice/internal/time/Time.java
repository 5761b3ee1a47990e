package io.github.managedservice.internal.time;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The clock and the waits of this JVM; a test has its own. */
public interface Time {

    Time REAL = new Time() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public boolean await(CompletableFuture<?> future, Duration limit) throws InterruptedException {
            try {
                future.get(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
                return true;
            } catch (ExecutionException e) {
                return true;
            } catch (TimeoutException e) {
                return false;
            }
        }
    };

    /** A clock that only differences are read from. */
    long nanoTime();

    /** Waits until a future is done, however; false once the limit is over. */
    boolean await(CompletableFuture<?> future, Duration limit) throws InterruptedException;

    /** The same, in spite of interrupts, which are kept. */
    default boolean awaitInAnyCase(CompletableFuture<?> future, Duration limit) {
        long began = nanoTime();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return await(future, limit.minusNanos(nanoTime() - began));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
