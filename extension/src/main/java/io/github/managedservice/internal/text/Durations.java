package io.github.managedservice.internal.text;

import java.time.Duration;
import java.util.Locale;

/** Times as people read them. */
public final class Durations {

    private Durations() {}

    /** Less than a second in milliseconds, all else in seconds, with a tenth where there is one. */
    public static String text(Duration duration) {
        if (duration.toSeconds() == 0 && !duration.isZero()) {
            return duration.toMillis() + " ms";
        }
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
                .replace(".0 s", " s");
    }
}
