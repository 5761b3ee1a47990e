package io.github.managedservice.internal.time;

import java.time.Duration;

/** When to say that a service is not ready yet: the longer it takes, the more rarely. */
public final class Reminders {

    private Duration next = Duration.ofSeconds(5);

    /** How long until the next one, for a service of this age. */
    public Duration until(Duration age) {
        return next.compareTo(age) > 0 ? next.minus(age) : Duration.ZERO;
    }

    /** Whether it is time for one; if so, the next one comes when the service is twice as old. */
    public boolean isDue(Duration age) {
        if (age.compareTo(next) < 0) {
            return false;
        }
        while (next.compareTo(age) <= 0) {
            next = next.multipliedBy(2);
        }
        return true;
    }
}
