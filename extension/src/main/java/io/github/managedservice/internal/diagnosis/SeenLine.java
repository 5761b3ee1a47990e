package io.github.managedservice.internal.diagnosis;

import io.github.managedservice.internal.text.ClockTime;
import io.github.managedservice.internal.text.VisibleText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line that a service printed, without colours. The mask removes secrets from a text; it must see the text before it
 * is cut, or half a secret would remain.
 */
public record SeenLine(String text, boolean error, Instant at, UnaryOperator<String> mask) {

    private static final int SHOWN = 200;
    private static final Pattern PATH = Pattern.compile("(?<![\\w.:/])/[^\\s'\"`,;:()\\[\\]<>]+");

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

    /** The files and directories that the line mentions; of a missing one, its nearest existing parent. */
    Stream<Path> mentionedPaths() {
        return PATH.matcher(text).results().map(MatchResult::group).flatMap(SeenLine::existing);
    }

    private static Stream<Path> existing(String mentioned) {
        try {
            Path path = Path.of(mentioned);
            while (path != null && !Files.exists(path)) {
                path = path.getParent();
            }
            return Stream.ofNullable(path);
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    String place() {
        return (error ? "standard error" : "standard output") + " at " + ClockTime.text(at);
    }
}
