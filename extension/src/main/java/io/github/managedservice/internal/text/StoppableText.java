package io.github.managedservice.internal.text;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** A text that throws once it is stopped: the only way out of a regular expression that backtracks without end. */
public final class StoppableText implements CharSequence {

    private final String text;
    private final BooleanSupplier stopped;

    public StoppableText(String text, BooleanSupplier stopped) {
        this.text = text;
        this.stopped = stopped;
    }

    @Override
    public char charAt(int index) {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("Stopped while a pattern was at work");
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
