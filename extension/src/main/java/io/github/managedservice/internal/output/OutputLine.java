package io.github.managedservice.internal.output;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A printed line as a person would read it: without its end and without colours.
 *
 * <p>Of a longer line, {@code text} has the first 64 KiB, or the 256 KiB in which a match was found. {@code at} is when
 * its last part was read, to the millisecond; coarser in a log of very many small pieces.
 */
public record OutputLine(String text, OutputSource source, Instant at) {

    public OutputLine {
        requireNonNull(text, "text");
        requireNonNull(source, "source");
        requireNonNull(at, "at");
    }
}
