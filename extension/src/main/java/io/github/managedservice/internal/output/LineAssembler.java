package io.github.managedservice.internal.output;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Puts the lines of one source together from pieces that end anywhere. */
final class LineAssembler {

    /** How much of a line is kept, in bytes; the rest is dropped up to its newline. */
    static final int LIMIT = 64 * 1024;

    private final OutputSource source;
    private byte[] kept = new byte[256];
    private int length;
    private Instant grewAt = Instant.EPOCH;

    /** Whether the line at work was given away already, cut or unfinished, so that its rest is of no interest. */
    private boolean given;

    LineAssembler(OutputSource source) {
        this.source = source;
    }

    boolean isUnfinished() {
        return length > 0;
    }

    /** Takes a piece, and gives away the lines that end in it. */
    void add(byte[] bytes, int end, Instant at, Consumer<OutputLine> lines) {
        grewAt = at;
        int start = 0;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                complete(bytes, start, i, lines);
                start = i + 1;
            }
        }
        keep(bytes, start, end, lines);
    }

    /** Gives away what there is of a line for which no newline will come. */
    void finish(Consumer<OutputLine> lines) {
        if (isUnfinished()) {
            lines.accept(line(kept, 0, length));
        }
        startAfresh();
    }

    /** Shows what there is of a line; if it is taken, that line is done with, and its rest will be dropped. */
    void offer(Predicate<OutputLine> taker) {
        if (isUnfinished() && taker.test(line(kept, 0, length))) {
            startAfresh();
            given = true;
        }
    }

    private void complete(byte[] bytes, int start, int end, Consumer<OutputLine> lines) {
        if (length == 0 && !given && end - start <= LIMIT) {
            lines.accept(line(bytes, start, end - start));
            return;
        }
        keep(bytes, start, end, lines);
        if (!given) {
            lines.accept(line(kept, 0, length));
        }
        startAfresh();
    }

    private void keep(byte[] bytes, int start, int end, Consumer<OutputLine> lines) {
        if (given) {
            return;
        }
        int added = Math.min(end - start, LIMIT - length);
        if (length + added > kept.length) {
            kept = Arrays.copyOf(kept, Math.min(LIMIT, Math.max(length + added, 2 * kept.length)));
        }
        System.arraycopy(bytes, start, kept, length, added);
        length += added;
        if (added < end - start) {
            finish(lines);
            given = true;
        }
    }

    private void startAfresh() {
        length = 0;
        given = false;
    }

    private OutputLine line(byte[] bytes, int start, int count) {
        return new OutputLine(LineText.of(bytes, start, count), source, grewAt);
    }
}
