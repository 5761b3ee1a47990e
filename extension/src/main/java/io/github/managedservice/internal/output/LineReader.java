package io.github.managedservice.internal.output;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;

/**
 * Reads a log as lines, from a position on.
 *
 * <p>A line belongs to what comes after the position if it ends there. So a mark that was set while a line was being
 * printed does not cut it in two.
 */
final class LineReader {

    private static final int LARGEST_PIECE = 64 * 1024;

    /** Holds what a service prints in a moment, if it is not much. */
    private static final int FIRST_PIECE = 4 * 1024;

    private final OutputLog log;
    private final long from;
    private byte[] buffer = new byte[FIRST_PIECE];
    private final Map<OutputSource, SourceLines> sources = new EnumMap<>(OutputSource.class);
    private long position;

    /** Reads lines to show them: no more than 64 KiB of each. */
    LineReader(OutputLog log, long from) {
        this(log, from, LineAssembler.LIMIT);
    }

    /** Reads lines to the end, those that are longer than a window in parts. */
    LineReader(OutputLog log, long from, int window) {
        this.log = log;
        this.from = from;
        // Early, to have the beginnings of the lines that end later.
        position = Math.max(0, from - window);
        for (OutputSource source : OutputSource.values()) {
            sources.put(source, new SourceLines(source, window));
        }
    }

    /** Reads a piece of the log before a position that the log has reached; false if there is none. */
    boolean advance(long until, LineTaker lines) {
        if (position >= until) {
            return false;
        }
        boolean early = position < from;
        long end = early ? Math.min(from, until) : until;
        if (end - position > FIRST_PIECE && buffer.length < LARGEST_PIECE) {
            buffer = new byte[LARGEST_PIECE];
        }
        log.read(position, end, buffer)
                .ifPresentOrElse(block -> take(block, early ? LineTaker.NONE : lines), () -> position = end);
        return true;
    }

    /** Takes what there is of a line as a whole one, for its source has ended. */
    void finish(OutputSource source, LineTaker lines) {
        of(source).finish(of(source).end() > from ? lines : LineTaker.NONE);
    }

    /**
     * How long until an unfinished line will have been quiet for this long; for ever if there is none to be offered.
     */
    long nanosUntilQuiet(long quietNanos) {
        return sources.values().stream()
                .mapToLong(lines -> lines.nanosUntilQuiet(quietNanos))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Shows unfinished lines that have been quiet for this long; what is taken is not given away again. */
    void offerQuiet(long quietNanos, LineTaker taker) {
        sources.values().stream()
                .filter(lines -> lines.end() > from)
                .forEach(lines -> lines.offerQuiet(quietNanos, taker));
    }

    /** Whether the line that is being given was shown before, unfinished. */
    boolean wasOffered(OutputSource source) {
        return of(source).wasOffered();
    }

    private void take(OutputBlock block, LineTaker lines) {
        if (block.start() > position) {
            // What was between is lost, so no line reaches over it.
            sources.keySet().forEach(source -> finish(source, lines));
        }
        if (block.fresh()) {
            finish(block.source(), lines);
        }
        of(block.source()).take(block, buffer, lines);
        position = block.end();
    }

    private SourceLines of(OutputSource source) {
        return requireNonNull(sources.get(source));
    }
}
