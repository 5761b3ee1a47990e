package io.github.managedservice.guarantee;

import java.time.Duration;
import java.time.Instant;

/**
 * When something happened, for those who measure and for those who compare with the time of a file.
 *
 * @param nanos as {@link System#nanoTime()} has it
 * @param instant as files have it
 */
record Moment(long nanos, Instant instant) {

    static Moment now() {
        return new Moment(System.nanoTime(), Instant.now());
    }

    /** How long after this one the other was; zero if it was before. */
    Duration until(Moment other) {
        return Duration.ofNanos(Math.max(0, other.nanos - nanos));
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    boolean isOlderThan(Duration age) {
        return elapsed().compareTo(age) > 0;
    }
}
