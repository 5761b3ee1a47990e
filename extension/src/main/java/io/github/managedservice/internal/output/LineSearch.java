package io.github.managedservice.internal.output;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Looks for a pattern in the lines of a log, on one thread at a time; may be asked by others how it stands. */
final class LineSearch {

    private static final Duration QUIET = Duration.ofMillis(100);

    // Longer, for a value that is cut is worse than a late one: buffered output stops anywhere, between two digits too.
    private static final Duration QUIET_BEFORE_CAPTURE = Duration.ofSeconds(1);

    /** How many characters a pattern may look at for one line, in some milliseconds, before it is said to backtrack. */
    private static final int PATIENCE = 250_000;

    private final LineReader reader;
    private final LineMatcher matcher;
    private final int times;
    private final long quietNanos;
    private final CompletableFuture<LineMatch> result = new CompletableFuture<>();
    private final AtomicLong linesSeen = new AtomicLong();
    private final AtomicInteger matches = new AtomicInteger();

    /** From the line on that was too much for a glance. */
    private final Queue<OutputLine> postponed = new ArrayDeque<>();

    private boolean glancing;
    private int patience;
    private volatile boolean backtracking;
    private volatile boolean closed;

    LineSearch(OutputLog log, long from, Pattern pattern, int times) {
        this.times = times;
        reader = new LineReader(log, from);
        matcher = new LineMatcher(pattern, this::isToStop);
        quietNanos = (matcher.captures() ? QUIET_BEFORE_CAPTURE : QUIET).toNanos();
    }

    CompletableFuture<LineMatch> result() {
        return result;
    }

    long linesSeen() {
        return linesSeen.get();
    }

    int matches() {
        return matches.get();
    }

    boolean isBacktracking() {
        return backtracking && !isOver();
    }

    boolean isTooDeep() {
        return matcher.isTooDeep();
    }

    boolean isOver() {
        return closed || result.isDone();
    }

    /** Ends a match that is at work with a {@link CancellationException}. */
    void close() {
        closed = true;
    }

    /** How long until an unfinished line will have been quiet for long enough to be looked at. */
    long nanosUntilQuiet() {
        return reader.nanosUntilQuiet(quietNanos);
    }

    /**
     * Looks at a piece of the log as far as a thread can that has something else to do as well: not for long, and not at
     * lines that may go on.
     *
     * @return whether there was a piece
     */
    boolean glance(LogState seen) {
        glancing = true;
        try {
            return reader.advance(seen.position(), this::examine);
        } finally {
            glancing = false;
        }
    }

    /** Whether more than a glance is needed: nothing is looked at any more before {@link #look} is called. */
    boolean needsMore(LogState seen) {
        return !postponed.isEmpty() || !seen.ended().isEmpty() || seen.closed() || nanosUntilQuiet() <= 0;
    }

    /**
     * Looks at a piece of the log, and once there is none, at the lines that are not finished.
     *
     * @return whether there was a piece
     */
    boolean look(LogState seen) {
        if (!postponed.isEmpty()) {
            // The first of them was begun with.
            count(-1);
        }
        while (!postponed.isEmpty()) {
            examine(postponed.remove());
        }
        boolean more = reader.advance(seen.position(), this::examine);
        if (!more) {
            seen.ended().forEach(source -> reader.finish(source, this::examine));
            reader.offerQuiet(quietNanos, this::examine);
        }
        return more;
    }

    private boolean examine(OutputLine line) {
        if (isOver()) {
            return false;
        }
        if (!postponed.isEmpty() && glancing) {
            postponed.add(line);
            return false;
        }
        patience = PATIENCE;
        try {
            count(1);
            Optional<LineMatch> match = matcher.match(line);
            if (match.isPresent() && matches.incrementAndGet() == times) {
                result.complete(match.get());
            }
            noteDone();
            return match.isPresent();
        } catch (CancellationException e) {
            if (closed) {
                noteDone();
                throw e;
            }
            postponed.add(line);
            return false;
        }
    }

    private void noteDone() {
        // Written for few lines only, for that costs more than many a match.
        if (backtracking) {
            backtracking = false;
        }
    }

    private void count(int lines) {
        linesSeen.lazySet(linesSeen.getPlain() + lines);
    }

    /** Asked for each character that the pattern looks at. */
    private boolean isToStop() {
        if (--patience == 0) {
            backtracking = true;
            return glancing || closed;
        }
        return closed;
    }
}
