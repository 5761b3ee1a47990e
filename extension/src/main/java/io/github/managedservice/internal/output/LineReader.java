package io.github.managedservice.internal.output;

import static java.util.Objects.requireNonNull;

import io.github.managedservice.internal.output.BlockIndex.Block;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a log as lines that end after a position. So a mark set while a line is being printed does not cut that line in
 * two.
 */
final class LineReader {

    private static final int LARGEST_PIECE = 64 * 1024;

    /** Enough for the output of most services in one moment. */
    private static final int FIRST_PIECE = 4 * 1024;

    private final OutputLog log;
    private final long from;
    private byte[] buffer = new byte[FIRST_PIECE];
    private final Map<OutputSource, LineAssembler> sources = new EnumMap<>(OutputSource.class);
    private long position;

    /** Reads lines to show them: at most 64 KiB of each. */
    LineReader(OutputLog log, long from) {
        this(log, from, LineAssembler.LIMIT);
    }

    /** Reads whole lines; those longer than a window come in parts. */
    LineReader(OutputLog log, long from, int window) {
        this.log = log;
        this.from = from;
        // Earlier, to have the beginning of the first line.
        position = Math.max(0, from - window);
        for (OutputSource source : OutputSource.values()) {
            sources.put(source, new LineAssembler(source, window));
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
        Optional<Block> block = log.read(position, end, buffer);
        if (block.isPresent()) {
            take(block.get(), early ? LineTaker.NONE : lines);
        } else {
            position = end;
        }
        return true;
    }

    /** Gives all lines before a position that the log has reached, unfinished last ones included. */
    void readAll(long until, Consumer<OutputLine> each) {
        LineTaker lines = LineTaker.once(each);
        boolean more = true;
        while (more) {
            more = advance(until, lines);
        }
        finish(lines);
    }

    List<OutputLine> readLast(int count, long until) {
        Deque<OutputLine> lines = new ArrayDeque<>();
        readAll(until, line -> {
            lines.addLast(line);
            if (lines.size() > count) {
                lines.removeFirst();
            }
        });
        return List.copyOf(lines);
    }

    void finish(LineTaker lines) {
        for (OutputSource source : OutputSource.values()) {
            finish(source, lines);
        }
    }

    /** Gives an unfinished line, because its source has ended. */
    void finish(OutputSource source, LineTaker lines) {
        of(source).finish(of(source).end() > from ? lines : LineTaker.NONE);
    }

    /** How long until an unfinished line will have been quiet for this long; {@code MAX_VALUE} if there is none. */
    long nanosUntilQuiet(long quietNanos) {
        long nanos = Long.MAX_VALUE;
        for (LineAssembler lines : sources.values()) {
            nanos = Math.min(nanos, lines.nanosUntilQuiet(quietNanos));
        }
        return nanos;
    }

    /** Offers unfinished lines that have been quiet for this long; a line that is taken is not given again. */
    void offerQuiet(long quietNanos, LineTaker taker) {
        for (LineAssembler lines : sources.values()) {
            if (lines.end() > from) {
                lines.offerQuiet(quietNanos, taker);
            }
        }
    }

    /** Whether the line that is being given was offered before its end. */
    boolean wasOffered(OutputSource source) {
        return of(source).wasOffered();
    }

    private void take(Block block, LineTaker lines) {
        if (block.start() > position) {
            // The bytes between are lost, so no line reaches over them.
            finish(lines);
        }
        if (block.fresh()) {
            finish(block.source(), lines);
        }
        of(block.source()).take(block, buffer, lines);
        position = block.end();
    }

    private LineAssembler of(OutputSource source) {
        return requireNonNull(sources.get(source));
    }
}
