package io.github.managedservice.service;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Holds one line that a service printed.
 *
 * @param text the line, decoded as UTF-8, without its line end and ANSI escape sequences. A line of more than 64 KiB is cut
 *     here, although patterns are matched against all of it. {@link ServiceLog#await} returns the part that contains the
 *     match, at most 256 KiB
 * @param source the stream on which the service printed the line
 * @param at when the library read the end of the line; an old line of a long log may have the time of an adjacent line
 * @since 0.1.0
 */
public record LogLine(String text, Source source, Instant at) {

    /**
     * Checks that no component is null.
     *
     * @param text the line
     * @param source the stream
     * @param at the time
     */
    public LogLine {
        requireNonNull(text, "text");
        requireNonNull(source, "source");
        requireNonNull(at, "at");
    }

    /**
     * Tells the output streams of a process apart.
     *
     * @since 0.1.0
     */
    public enum Source {
        /** Standard output. */
        STDOUT,
        /** Standard error. */
        STDERR
    }
}
