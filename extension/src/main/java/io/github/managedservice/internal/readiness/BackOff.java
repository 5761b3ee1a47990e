package io.github.managedservice.internal.readiness;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Says how long to pause before the next attempt: a tenth of the time waited so far.
 *
 * <p>Thus asking adds at most about a tenth to a service's own start, be that 20 ms or a minute, and the attempts grow
 * with the logarithm of the time only. Below 2 ms it would take processor time from the service that is starting; above
 * 250 ms a person would notice.
 */
final class BackOff {

    private static final Duration SHORTEST = Duration.ofMillis(2);
    private static final Duration LONGEST = Duration.ofMillis(250);

    private final LongSupplier nanoTime;
    private final long startedAt;

    BackOff(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
    }

    Duration next() {
        Duration tenth = Duration.ofNanos(nanoTime.getAsLong() - startedAt).dividedBy(10);
        if (tenth.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return tenth.compareTo(LONGEST) > 0 ? LONGEST : tenth;
    }
}
