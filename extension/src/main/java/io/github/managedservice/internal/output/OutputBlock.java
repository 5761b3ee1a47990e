package io.github.managedservice.internal.output;

import java.time.Instant;

/**
 * A stretch of the log that came from one source.
 *
 * @param start the position of its first byte
 * @param end the position after its last byte
 * @param fresh whether it is the first of its source since a restart, so that no line reaches into it
 */
record OutputBlock(long start, long end, OutputSource source, Instant at, boolean fresh) {

    OutputBlock {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("A block from " + start + " to " + end + " holds nothing");
        }
    }

    int length() {
        return Math.toIntExact(end - start);
    }

    OutputBlock part(long newStart, long newEnd) {
        return new OutputBlock(newStart, newEnd, source, at, fresh && newStart == start);
    }
}
