package io.github.managedservice.service;

import java.time.Duration;
import java.util.Locale;

/** Times as people read them. */
final class Durations {

    private static final Duration SHORT = Duration.ofSeconds(10);

    private Durations() {}

    static String text(Duration duration) {
        if (duration.compareTo(SHORT) < 0 && duration.toMillisPart() != 0) {
            return duration.toMillis() + " ms";
        }
        return duration.toMillisPart() == 0
                ? duration.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
