package io.github.managedservice.internal.diagnosis;

/** A text that stops being readable at a moment: a pattern that takes too long must not delay a report. */
record PatientText(String text, long deadlineNanos) implements CharSequence {

    /** Says that the time was over. */
    static final class OverException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OverException() {
            super("The time for a hint is over", null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        if (System.nanoTime() - deadlineNanos > 0) {
            throw new OverException();
        }
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
