package io.github.managedservice.internal.output;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
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

    /** How often it may look at each character of a long line besides, as most patterns do a few times. */
    private static final int LOOKS = 4;

    /**
     * How often it may look at each character of a very long line. A pattern such as {@code .*ready} tries each character of
     * it as the beginning and goes to the end each time.
     */
    private static final int MOST_LOOKS = 64;

    private final LineReader reader;
    private final LineMatcher matcher;
    private final int times;
    private final long quietNanos;
    private final CompletableFuture<LineMatch> result = new CompletableFuture<>();
    private final AtomicLong linesSeen = new AtomicLong();
    private final AtomicInteger matches = new AtomicInteger();

    /** From the line on that was too much for a glance. */
    private final Queue<Postponed> postponed = new ArrayDeque<>();

    /** Whose line at work has matched already, in an earlier part. */
    private final Set<OutputSource> matched = EnumSet.noneOf(OutputSource.class);

    private boolean glancing;
    private long patience;
    private long end;
    private volatile boolean backtracking;
    private volatile boolean closed;
    private volatile boolean tooSlow;

    private record Postponed(OutputLine line, LinePart part) {}

    LineSearch(OutputLog log, long from, Pattern pattern, int times) {
        this.times = times;
        reader = new LineReader(log, from, LineMatcher.WINDOW);
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

    boolean isTooSlow() {
        return tooSlow;
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
        // The first of them was begun with, and so is among the lines seen.
        for (boolean first = true; !postponed.isEmpty(); first = false) {
            Postponed next = postponed.remove();
            examine(next.line(), next.part(), next.part().begins() && !first);
        }
        boolean more = reader.advance(seen.position(), this::examine);
        if (!more) {
            seen.ended().forEach(source -> reader.finish(source, this::examine));
            reader.offerQuiet(quietNanos, this::examine);
        }
        return more;
    }

    /** A line is counted once, however often it is looked at while it grows. */
    private boolean examine(OutputLine line, LinePart part) {
        return examine(line, part, part.begins() && !reader.wasOffered(line.source()));
    }

    private boolean examine(OutputLine line, LinePart part, boolean isNew) {
        if (isOver()) {
            return false;
        }
        if (!postponed.isEmpty() && glancing) {
            postponed.add(new Postponed(line, part));
            return false;
        }
        if (part.begins()) {
            matched.remove(line.source());
        } else if (matched.contains(line.source())) {
            return true;
        }
        if (isNew) {
            linesSeen.lazySet(linesSeen.getPlain() + 1);
        }
        beginCounting(line.text().length());
        try {
            Optional<LineMatch> match = matcher.match(line, part);
            noteDone();
            match.ifPresent(found -> note(found, part));
            return match.isPresent();
        } catch (CancellationException e) {
            if (closed) {
                noteDone();
                throw e;
            }
            if (glancing) {
                postponed.add(new Postponed(line, part));
            } else {
                tooSlow = true;
                noteDone();
            }
            return false;
        }
    }

    private void note(LineMatch match, LinePart part) {
        if (!part.ends()) {
            matched.add(match.line().source());
        }
        if (matches.incrementAndGet() == times) {
            result.complete(match);
        }
    }

    private void noteDone() {
        // Written for few lines only, for that costs more than many a match.
        if (backtracking) {
            backtracking = false;
        }
    }

    private void beginCounting(int length) {
        patience = PATIENCE + LOOKS * (long) length;
        end = length > LineAssembler.LIMIT ? patience - MOST_LOOKS * (long) length : Long.MIN_VALUE;
    }

    /** Asked for each character that the pattern looks at. */
    private boolean isToStop() {
        long left = --patience;
        if (left > 0) {
            return closed;
        }
        if (left == 0) {
            backtracking = true;
        }
        return closed || (left == 0 && glancing) || left <= end;
    }
}
