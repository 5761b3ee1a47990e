package io.github.managedservice.internal.readiness;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** The time limit of an attempt, shared by all its steps. */
final class Deadline {

    /**
     * How long a first try may take. After a try that was too short, the next one may take twice as long: a short try
     * soon shows that only its own connection hangs, a long one gets the answer of a slow service.
     */
    static final Duration FIRST_TRY = Duration.ofSeconds(1);

    private final Duration limit;
    private final long startedAt = System.nanoTime();

    private Deadline(Duration limit) {
        this.limit = limit;
    }

    static Deadline in(Duration limit) {
        return new Deadline(limit);
    }

    /** Returns what is left as a socket takes it: never 0, which would mean no limit. */
    int remainingMillis() throws SocketTimeoutException {
        long remaining = remaining().toMillis();
        if (remaining().isZero()) {
            throw new SocketTimeoutException();
        }
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, remaining));
    }

    /** Zero once it has passed. */
    Duration remaining() {
        Duration remaining = limit.minus(passed());
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }

    Duration passed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
