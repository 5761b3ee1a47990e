package io.github.managedservice.internal.output;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** A line, or the part of a very long one, with the start of a match in its text and the named groups of that match. */
public record LineMatch(OutputLine line, int start, Map<String, String> groups) {

    public LineMatch {
        requireNonNull(line, "line");
        groups = Map.copyOf(groups);
    }
}
