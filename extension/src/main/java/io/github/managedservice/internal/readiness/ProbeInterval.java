package io.github.managedservice.internal.readiness;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Pauses for a tenth of the time waited so far.
 *
 * <p>So the attempts add at most about a tenth to the start of a service, be that 20 ms or a minute, and their number
 * grows with the logarithm of the time only. A pause below 2 ms would take processor time from the service that is
 * starting; a person would notice one above 250 ms.
 */
final class ProbeInterval {

    private static final Duration SHORTEST = Duration.ofMillis(2);
    private static final Duration LONGEST = Duration.ofMillis(250);

    private final LongSupplier nanoTime;
    private final long startedAt;

    ProbeInterval(LongSupplier nanoTime) {
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
