package io.github.managedservice.internal.diagnosis;

import java.util.regex.Pattern;

/**
 * How much work a hint may take, in steps: a pattern that takes too many must not delay a report. A limit in time would be
 * shorter on a slow machine, and the same start would be explained on one and not on the other.
 */
final class Effort {

    private long left;

    Effort(long steps) {
        left = steps;
    }

    /** Says that the work takes too long. */
    static final class OverException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OverException() {
            super("The work for a hint takes too long", null, false, false);
        }
    }

    /** Whether a pattern is found in a text; each character that it looks at is a step. */
    boolean finds(Pattern pattern, String text) {
        return pattern.matcher(new PatientText(text, this)).find();
    }

    /** Takes one step. */
    void step() {
        if (--left < 0) {
            throw new OverException();
        }
    }
}
