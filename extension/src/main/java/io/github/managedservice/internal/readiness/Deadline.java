package io.github.managedservice.internal.readiness;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** The moment at which an attempt gives up, shared by all its steps. */
final class Deadline {

    private final Duration limit;
    private final long startedAt = System.nanoTime();

    private Deadline(Duration limit) {
        this.limit = limit;
    }

    static Deadline in(Duration limit) {
        return new Deadline(limit);
    }

    /** Gives what is left as a socket takes it: never 0, which would mean "for ever" to it. */
    int remainingMillis() throws SocketTimeoutException {
        long remaining = limit.toNanos() - (System.nanoTime() - startedAt);
        if (remaining <= 0) {
            throw new SocketTimeoutException();
        }
        return Math.toIntExact(Math.max(1, remaining / 1_000_000));
    }

    /** Says the whole limit, such as {@code 1 s} or {@code 50 ms}. */
    @Override
    public String toString() {
        return limit.toMillisPart() == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
