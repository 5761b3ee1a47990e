package io.github.managedservice.internal.output;

import io.github.managedservice.internal.output.BlockIndex.Block;
import io.github.managedservice.internal.output.LineTaker.Part;
import java.time.Instant;
import java.util.Arrays;

/**
 * Puts the lines of one source together from pieces that end anywhere, and knows how long an unfinished line has been
 * quiet.
 *
 * <p>A line ends with LF, CR LF, or CR: a progress bar returns to the start of the line and prints over it, and its
 * last text is the beginning of the line that a terminal shows. Nothing between two line ends, one of them a CR, is not
 * a line.
 */
final class LineAssembler {

    /** In bytes: lines that are only shown are cut here. */
    static final int LIMIT = 64 * 1024;

    /** In bytes: a part repeats the end of the one before, so that a match may lie across two parts. */
    static final int OVERLAP = 32 * 1024;

    private final OutputSource source;

    /** The length of the longest part, in bytes. */
    private final int window;

    private byte[] kept = new byte[256];
    private int length;
    private Instant grewAt = Instant.EPOCH;

    /** The taker is done with this line, so its rest is dropped. */
    private boolean given;

    /** A part of this line was given. */
    private boolean continued;

    /** This line was offered before its end. */
    private boolean offered;

    /** A CR ended the last line, so nothing before the next line end makes no line. */
    private boolean returned;

    /** The position in the log after the last byte taken. */
    private long end;

    private long grewAtNanos;
    private boolean offeredSinceGrowth;

    LineAssembler(OutputSource source, int window) {
        this.source = source;
        this.window = window;
    }

    long end() {
        return end;
    }

    /** Whether the line that is being given was offered before its end. */
    boolean wasOffered() {
        return offered;
    }

    void take(Block block, byte[] bytes, LineTaker lines) {
        add(bytes, block.length(), block.at(), lines);
        end = block.end();
        grewAtNanos = System.nanoTime();
        offeredSinceGrowth = false;
    }

    /** Gives the lines that end in this piece. */
    void add(byte[] bytes, int count, Instant at, LineTaker lines) {
        grewAt = at;
        int start = 0;
        for (int i = 0; i < count; i++) {
            byte value = bytes[i];
            if (value == '\n' || value == '\r') {
                complete(bytes, start, i, value == '\r', lines);
                start = i + 1;
            }
        }
        keep(bytes, start, count, lines);
    }

    /** Gives an unfinished line, because its source has ended. */
    void finish(LineTaker lines) {
        if (length > 0) {
            give(line(kept, 0, length), false, lines);
        }
        startAfresh();
        returned = false;
    }

    /** How long until an unfinished line will have been quiet for this long; {@code MAX_VALUE} if there is none. */
    long nanosUntilQuiet(long quietNanos) {
        return offeredSinceGrowth || length == 0
                ? Long.MAX_VALUE
                : Math.max(0, quietNanos - (System.nanoTime() - grewAtNanos));
    }

    /** Offers an unfinished line that has been quiet for this long, once each time it grew. */
    void offerQuiet(long quietNanos, LineTaker taker) {
        if (nanosUntilQuiet(quietNanos) == 0) {
            offeredSinceGrowth = true;
            offer(taker);
        }
    }

    /** Offers an unfinished line; if it is taken, its rest will be dropped. */
    void offer(LineTaker taker) {
        if (length == 0) {
            return;
        }
        OutputLine line = line(kept, 0, length);
        if (isNothing(line, false)) {
            return;
        }
        if (taker.take(line, lastPart())) {
            startAfresh();
            given = true;
        } else {
            offered = true;
        }
    }

    private void complete(byte[] bytes, int start, int end, boolean carriageReturn, LineTaker lines) {
        if (length == 0 && !given && end - start <= window) {
            complete(line(bytes, start, end - start), carriageReturn, lines);
            return;
        }
        keep(bytes, start, end, lines);
        if (given) {
            startAfresh();
            returned = carriageReturn;
        } else {
            complete(line(kept, 0, length), carriageReturn, lines);
        }
    }

    private void complete(OutputLine line, boolean carriageReturn, LineTaker lines) {
        give(line, carriageReturn, lines);
        startAfresh();
        returned = carriageReturn && (returned || !line.text().isEmpty());
    }

    private void give(OutputLine line, boolean carriageReturn, LineTaker lines) {
        if (!isNothing(line, carriageReturn)) {
            lines.take(line, lastPart());
        }
    }

    private boolean isNothing(OutputLine line, boolean carriageReturn) {
        return (returned || carriageReturn) && line.text().isEmpty();
    }

    private Part lastPart() {
        return continued ? Part.LAST : Part.WHOLE;
    }

    private void keep(byte[] bytes, int start, int end, LineTaker lines) {
        int from = start;
        while (from < end && !given) {
            if (length == window) {
                givePart(lines);
            } else {
                int added = Math.min(end - from, window - length);
                makeRoom(length + added);
                System.arraycopy(bytes, from, kept, length, added);
                length += added;
                from += added;
            }
        }
    }

    private void makeRoom(int needed) {
        if (needed > kept.length) {
            kept = Arrays.copyOf(kept, Math.min(window, Math.max(needed, 2 * kept.length)));
        }
    }

    /** Gives a part of a line that goes on. */
    private void givePart(LineTaker lines) {
        given = lines.take(line(kept, 0, length), continued ? Part.NEXT : Part.FIRST);
        continued = true;
        int again = given ? 0 : OVERLAP;
        System.arraycopy(kept, length - again, kept, 0, again);
        length = again;
    }

    private void startAfresh() {
        length = 0;
        given = false;
        continued = false;
        offered = false;
    }

    private OutputLine line(byte[] bytes, int start, int count) {
        return new OutputLine(LineText.of(bytes, start, count), source, grewAt);
    }
}
