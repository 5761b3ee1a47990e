package io.github.managedservice.internal.output;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A line that a service printed, as a person would read it.
 *
 * @param text the line without its end and without colours, the first 64 KiB of a longer one, or the 256 KiB in which a match was found
 * @param source the stream it came from
 * @param at when its last part was read, to the millisecond; coarser in a log of very many small pieces
 */
public record OutputLine(String text, OutputSource source, Instant at) {

    /**
     * Checks that nothing is missing.
     *
     * @param text the line
     * @param source the stream
     * @param at the time
     */
    public OutputLine {
        requireNonNull(text, "text");
        requireNonNull(source, "source");
        requireNonNull(at, "at");
    }
}
