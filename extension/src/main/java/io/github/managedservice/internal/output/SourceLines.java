package io.github.managedservice.internal.output;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** Follows the lines of one source, and knows how long an unfinished one has been quiet. */
final class SourceLines {

    private final LineAssembler assembler;
    private long end;
    private long grewAt;
    private boolean offered;

    SourceLines(OutputSource source) {
        assembler = new LineAssembler(source);
    }

    /** The position in the log after the last byte taken. */
    long end() {
        return end;
    }

    void take(OutputBlock block, byte[] bytes, Consumer<OutputLine> lines) {
        assembler.add(bytes, block.length(), block.at(), lines);
        end = block.end();
        grewAt = System.nanoTime();
        offered = false;
    }

    void finish(Consumer<OutputLine> lines) {
        assembler.finish(lines);
    }

    /**
     * How long until an unfinished line will have been quiet for this long; for ever if there is none to be offered.
     */
    long nanosUntilQuiet(long quietNanos) {
        return offered || !assembler.isUnfinished()
                ? Long.MAX_VALUE
                : Math.max(0, quietNanos - (System.nanoTime() - grewAt));
    }

    /** Shows an unfinished line that has been quiet for this long, once each time it grew. */
    void offerQuiet(long quietNanos, Predicate<OutputLine> taker) {
        if (nanosUntilQuiet(quietNanos) == 0) {
            offered = true;
            assembler.offer(taker);
        }
    }
}
