package io.github.managedservice.internal.readiness;

import java.time.Duration;

/**
 * How long a try may take: twice as long as the last one that was too short.
 *
 * <p>A short try finds out soon that only its own connection hangs; a long one gets the answer of a slow service.
 */
final class GrowingLimit {

    static final Duration FIRST = Duration.ofSeconds(1);

    private Duration current;

    GrowingLimit() {
        this(FIRST);
    }

    GrowingLimit(Duration first) {
        this.current = first;
    }

    Deadline deadline() {
        return Deadline.in(current);
    }

    void grow() {
        current = current.multipliedBy(2);
    }
}
