package io.github.managedservice.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock by which a service says when it printed a line: microseconds since 1970, of the machine's real-time clock. */
final class PrintedClock {

    private PrintedClock() {}

    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** The time from a printed moment until now. */
    static Duration since(String micros) {
        // First, for all that follows takes time.
        Instant now = Instant.now();
        return Duration.between(Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS), now);
    }
}
