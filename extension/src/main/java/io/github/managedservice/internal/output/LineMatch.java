package io.github.managedservice.internal.output;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A line in which a pattern was found, with what the pattern captured.
 *
 * @param line the line, or the part of a very long one
 * @param start where in its text the match begins
 * @param groups the named groups that took part in the match, by name
 */
public record LineMatch(OutputLine line, int start, Map<String, String> groups) {

    /**
     * Copies the groups.
     *
     * @param line the line
     * @param start where in its text the match begins
     * @param groups the groups
     */
    public LineMatch {
        requireNonNull(line, "line");
        groups = Map.copyOf(groups);
    }
}
