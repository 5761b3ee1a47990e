package io.github.managedservice.service;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One line that a service printed.
 *
 * @param text the line without its end and without ANSI escape sequences, decoded as UTF-8. Of a longer one the first 64 KiB, or
 *     what {@link ServiceLog#await} looked at, at most 256 KiB
 * @param source the stream it was printed to
 * @param at when its end was read; old lines of a long log may have the time of a neighbour
 * @since 0.1.0
 */
public record LogLine(String text, Source source, Instant at) {

    /**
     * Checks that nothing is missing.
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
     * The output stream of a process.
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
