package io.github.managedservice.internal.output;

/** Follows the lines of one source, and knows how long an unfinished one has been quiet. */
final class SourceLines {

    private final LineAssembler assembler;
    private long end;
    private long grewAt;
    private boolean offered;

    SourceLines(OutputSource source, int window) {
        assembler = new LineAssembler(source, window);
    }

    /** The position in the log after the last byte taken. */
    long end() {
        return end;
    }

    void take(OutputBlock block, byte[] bytes, LineTaker lines) {
        assembler.add(bytes, block.length(), block.at(), lines);
        end = block.end();
        grewAt = System.nanoTime();
        offered = false;
    }

    void finish(LineTaker lines) {
        assembler.finish(lines);
    }

    /** Whether the line that is being given was shown before. */
    boolean wasOffered() {
        return assembler.wasOffered();
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
    void offerQuiet(long quietNanos, LineTaker taker) {
        if (nanosUntilQuiet(quietNanos) == 0) {
            offered = true;
            assembler.offer(taker);
        }
    }
}
