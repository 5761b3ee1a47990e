package io.github.managedservice.internal.diagnosis;

import io.github.managedservice.internal.text.VisibleText;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A line that a service printed, without colours. The mask removes secrets from a text; it must see the text before it
 * is cut, or half a secret would remain.
 */
public record SeenLine(String text, boolean error, Instant at, UnaryOperator<String> mask) {

    private static final int SHOWN = 200;

    String quoted() {
        return quoted(text);
    }

    /** Quotes a text derived from the line. */
    String quoted(String other) {
        return '"' + shown(other) + '"';
    }

    String strippedQuote() {
        return '"' + shown(text.strip()) + '"';
    }

    /** A part of the line, without quotes. */
    String shown(String part) {
        return VisibleText.line(mask.apply(part), SHOWN);
    }

    /** Whether the text has no secrets. */
    boolean isShowable(String other) {
        return mask.apply(other).equals(other);
    }

    String place() {
        return (error ? "standard error" : "standard output") + " at " + ClockTime.text(at);
    }
}
