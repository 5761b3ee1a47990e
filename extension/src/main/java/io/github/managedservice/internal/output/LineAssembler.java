package io.github.managedservice.internal.output;

import java.time.Instant;
import java.util.Arrays;

/**
 * Puts the lines of one source together from pieces that end anywhere.
 *
 * <p>A line ends with LF, CR LF, or CR: a progress bar returns to the start of the line and prints over it, and what it
 * prints last begins a line for whoever looks at a terminal. Nothing between two line ends, one of them a CR, is not a line.
 */
final class LineAssembler {

    /** How much of a line is shown, in bytes. */
    static final int LIMIT = 64 * 1024;

    /** How much of a part comes again in the next one, so that what is found in a line may lie across two parts. */
    static final int OVERLAP = 32 * 1024;

    private final OutputSource source;

    /** The length of the longest part, in bytes. */
    private final int window;

    private byte[] kept = new byte[256];
    private int length;
    private Instant grewAt = Instant.EPOCH;

    /** Whether the taker is done with the line at work, so that its rest is of no interest. */
    private boolean given;

    /** Whether a part of the line at work was given. */
    private boolean continued;

    /** Whether the line at work was offered before its end. */
    private boolean offered;

    /** Whether a CR ended the last line, so that nothing before the next line end is no line. */
    private boolean returned;

    LineAssembler(OutputSource source, int window) {
        this.source = source;
        this.window = window;
    }

    boolean isUnfinished() {
        return length > 0;
    }

    /** Whether the line that is being given was offered before. */
    boolean wasOffered() {
        return offered;
    }

    /** Takes a piece, and gives away the lines that end in it. */
    void add(byte[] bytes, int end, Instant at, LineTaker lines) {
        grewAt = at;
        int start = 0;
        for (int i = 0; i < end; i++) {
            byte value = bytes[i];
            if (value == '\n' || value == '\r') {
                complete(bytes, start, i, value == '\r', lines);
                start = i + 1;
            }
        }
        keep(bytes, start, end, lines);
    }

    /** Gives away what there is of a line whose end will not come. */
    void finish(LineTaker lines) {
        if (isUnfinished()) {
            give(line(kept, 0, length), false, lines);
        }
        startAfresh();
        returned = false;
    }

    /** Shows what there is of a line; if it is taken, that line is done with, and its rest will be dropped. */
    void offer(LineTaker taker) {
        if (!isUnfinished()) {
            return;
        }
        OutputLine line = line(kept, 0, length);
        if (isNothing(line, false)) {
            return;
        }
        boolean taken = taker.take(line, lastPart());
        if (taken) {
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

    private LinePart lastPart() {
        return continued ? LinePart.LAST : LinePart.WHOLE;
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

    /** Gives what there is of a line that goes on, and moves on to its next part. */
    private void givePart(LineTaker lines) {
        given = lines.take(line(kept, 0, length), continued ? LinePart.NEXT : LinePart.FIRST);
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
