package io.github.managedservice.internal.diagnosis;

import io.github.managedservice.internal.text.VisibleText;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A line that a service printed, without colours.
 *
 * @param text the line
 * @param error whether it came from standard error
 * @param at when
 * @param mask takes out of a text what must not be shown; before it is cut, or half a secret would remain
 */
public record SeenLine(String text, boolean error, Instant at, UnaryOperator<String> mask) {

    private static final int SHOWN = 200;

    /** The line as a hint quotes it. */
    String quoted() {
        return quoted(text);
    }

    /** The same of another text that is made of it. */
    String quoted(String other) {
        return '"' + shown(other) + '"';
    }

    /** The same without the white space around it. */
    String strippedQuote() {
        return '"' + shown(text.strip()) + '"';
    }

    /** The same of a part of it, without quotes. */
    String shown(String part) {
        return VisibleText.line(mask.apply(part), SHOWN);
    }

    /** Whether there is nothing in a text that must not be shown. */
    boolean isShowable(String other) {
        return mask.apply(other).equals(other);
    }

    /** Where and when it was printed. */
    String place() {
        return (error ? "standard error" : "standard output") + " at " + ClockTime.text(at);
    }
}
