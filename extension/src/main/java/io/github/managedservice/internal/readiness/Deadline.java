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
        long remaining = remaining().toMillis();
        if (remaining().isZero()) {
            throw new SocketTimeoutException();
        }
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, remaining));
    }

    /** Gives what is left, zero once it has passed. */
    Duration remaining() {
        Duration remaining = limit.minus(passed());
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }

    /** Gives the time since it was set. */
    Duration passed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
