package io.github.managedservice.internal.diagnosis;

import io.github.managedservice.internal.text.StoppableText;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;

/**
 * A limit for the work of a hint, in steps: a pattern that takes too many must not delay a report. A limit in time
 * would explain the same start on a fast machine and not on a slow one.
 */
final class Effort {

    private long left;

    Effort(long steps) {
        left = steps;
    }

    /**
     * Each character that the pattern looks at is a step.
     *
     * @throws CancellationException if there were too many
     */
    boolean finds(Pattern pattern, String text) {
        return pattern.matcher(new StoppableText(text, () -> --left < 0)).find();
    }
}
