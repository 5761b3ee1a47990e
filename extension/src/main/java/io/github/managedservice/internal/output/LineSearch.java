package io.github.managedservice.internal.output;

import io.github.managedservice.internal.output.LineTaker.Part;
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

/** Looks for a pattern in the lines of a log, on one thread at a time. Any thread may ask for its state. */
final class LineSearch implements LineTaker {

    private static final Duration QUIET = Duration.ofMillis(100);

    // Longer, because a late value is better than a cut one: buffered output stops anywhere, even between two digits.
    private static final Duration QUIET_BEFORE_CAPTURE = Duration.ofSeconds(1);

    /**
     * How many characters a pattern may look at in a short line, in some milliseconds, before it counts as
     * backtracking.
     */
    private static final int PATIENCE = 250_000;

    /** How often it may also look at each character of the line; most patterns do so a few times. */
    private static final int LOOKS = 4;

    /**
     * How often it may look at each character of a very long line. A pattern such as {@code .*ready} begins at each
     * character and goes to the end each time.
     */
    private static final int MOST_LOOKS = 64;

    private final LineReader reader;
    private final LineMatcher matcher;
    private final int times;
    private final long quietNanos;
    private final CompletableFuture<LineMatch> result = new CompletableFuture<>();
    private final AtomicLong linesSeen = new AtomicLong();
    private final AtomicInteger matches = new AtomicInteger();

    /** The line that was too much for a glance, and those after it. */
    private final Queue<Postponed> postponed = new ArrayDeque<>();

    /** The sources whose current line has matched in an earlier part. */
    private final Set<OutputSource> matched = EnumSet.noneOf(OutputSource.class);

    private boolean glancing;
    private long patience;
    private long end;
    private volatile boolean backtracking;
    private volatile boolean closed;
    private volatile boolean tooSlow;

    private record Postponed(OutputLine line, Part part) {}

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

    /** Ends a running match with a {@link CancellationException}. */
    void close() {
        closed = true;
    }

    /** Returns how long until an unfinished line will have been quiet for long enough to be searched. */
    long nanosUntilQuiet() {
        return reader.nanosUntilQuiet(quietNanos);
    }

    /**
     * Looks at a piece of the log, on a thread that has other work: not for long, and not at lines that may go on.
     * Returns whether there was a piece.
     */
    boolean glance(OutputLog.State seen) {
        glancing = true;
        try {
            return reader.advance(seen.position(), this);
        } finally {
            glancing = false;
        }
    }

    /** Whether a glance is not enough: nothing more is searched before {@link #look} is called. */
    boolean needsMore(OutputLog.State seen) {
        return !postponed.isEmpty() || !seen.ended().isEmpty() || seen.closed() || nanosUntilQuiet() <= 0;
    }

    /** Looks at a piece of the log, and if there is none, at unfinished lines. Returns whether there was a piece. */
    boolean look(OutputLog.State seen) {
        // The first one was counted when it was begun.
        for (boolean first = true; !postponed.isEmpty(); first = false) {
            Postponed next = postponed.remove();
            examine(next.line(), next.part(), next.part().beginsLine() && !first);
        }
        boolean more = reader.advance(seen.position(), this);
        if (!more) {
            for (OutputSource source : seen.ended()) {
                reader.finish(source, this);
            }
            reader.offerQuiet(quietNanos, this);
        }
        return more;
    }

    /** Counts a line once, however often it is looked at while it grows. */
    @Override
    public boolean take(OutputLine line, Part part) {
        return examine(line, part, part.beginsLine() && !reader.wasOffered(line.source()));
    }

    private boolean examine(OutputLine line, Part part, boolean isNew) {
        if (isOver()) {
            return false;
        }
        if (!postponed.isEmpty() && glancing) {
            postponed.add(new Postponed(line, part));
            return false;
        }
        if (part.beginsLine()) {
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
            if (match.isPresent()) {
                note(match.get(), part);
            }
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

    private void note(LineMatch match, Part part) {
        if (!part.endsLine()) {
            matched.add(match.line().source());
        }
        if (matches.incrementAndGet() == times) {
            result.complete(match);
        }
    }

    private void noteDone() {
        // Written for few lines only, because a volatile write costs more than many a match.
        if (backtracking) {
            backtracking = false;
        }
    }

    private void beginCounting(int length) {
        patience = PATIENCE + LOOKS * (long) length;
        end = length > LineAssembler.LIMIT ? patience - MOST_LOOKS * (long) length : Long.MIN_VALUE;
    }

    /** Called for each character that the pattern looks at. */
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
