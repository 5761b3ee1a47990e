package io.github.managedservice.internal.diagnosis;

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

    /** Each character that the pattern looks at is a step. */
    boolean finds(Pattern pattern, String text) {
        return pattern.matcher(new CountedText(text, this)).find();
    }

    private void step() {
        if (--left < 0) {
            throw new OverException();
        }
    }

    static final class OverException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private OverException() {
            super("The work for a hint takes too long", null, false, false);
        }
    }

    private record CountedText(String text, Effort effort) implements CharSequence {

        @Override
        public char charAt(int index) {
            effort.step();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
