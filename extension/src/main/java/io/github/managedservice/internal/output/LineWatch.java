package io.github.managedservice.internal.output;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows a log on a thread of its own until a pattern was found in so many lines.
 *
 * <p>A watch that is slower than the service falls back and reads from the file, so that neither the service waits
 * nor memory fills. A line without a newline, such as a prompt, is looked at when it has been quiet for a while.
 */
public final class LineWatch implements AutoCloseable {

    private static final Duration QUIET = Duration.ofMillis(100);

    // Longer, for a value that is cut is worse than a late one: buffered output stops anywhere, between two digits too.
    private static final Duration QUIET_BEFORE_CAPTURE = Duration.ofSeconds(1);

    private static final long IDLE = 0;

    private final OutputLog log;
    private final LineReader reader;
    private final LineMatcher matcher;
    private final int times;
    private final long quietNanos;
    private final Thread thread;
    private final CompletableFuture<LineMatch> result = new CompletableFuture<>();
    private final AtomicLong linesSeen = new AtomicLong();
    private final AtomicInteger matches = new AtomicInteger();
    private final Object reading = new Object();

    /** All of the log that was looked at when there was nothing more. Guarded by reading. */
    private @Nullable LogState lookedAt;

    private volatile long busySince = IDLE;
    private volatile boolean closed;

    private LineWatch(String threadName, OutputLog log, long from, Pattern pattern, int times) {
        this.log = log;
        this.times = times;
        reader = new LineReader(log, from);
        matcher = new LineMatcher(pattern, () -> closed);
        quietNanos = (matcher.captures() ? QUIET_BEFORE_CAPTURE : QUIET).toNanos();
        thread = new Thread(this::run, threadName);
        thread.setDaemon(true);
    }

    /**
     * Begins to follow a log.
     *
     * @param threadName names the thread, after the service
     * @param log what to follow
     * @param from the position after which a line must end to count
     * @param pattern what to find in a line
     * @param times how many lines it must be found in, at least 1
     * @return the watch, to be closed when nobody waits any more
     */
    public static LineWatch start(String threadName, OutputLog log, long from, Pattern pattern, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("A pattern cannot be awaited " + times + " times");
        }
        LineWatch watch = new LineWatch(threadName, log, from, pattern, times);
        watch.thread.start();
        return watch;
    }

    /**
     * Gives the line that completes the number of lines asked for.
     *
     * @return completed by the watch's thread; never, if there is no such line
     */
    public CompletableFuture<LineMatch> result() {
        return result;
    }

    /**
     * Counts the lines looked at.
     *
     * @return how many so far, the one at work included
     */
    public long linesSeen() {
        return linesSeen.get();
    }

    /**
     * Counts the lines in which the pattern was found.
     *
     * @return how many so far, at most the number asked for
     */
    public int matches() {
        return matches.get();
    }

    /**
     * Tells whether the pattern takes remarkably long, as one does that backtracks for ever.
     *
     * @return whether it has been at work for 100 ms on line {@link #linesSeen()} and those just before
     */
    public boolean isBusyMatching() {
        long since = busySince;
        return since != IDLE && System.nanoTime() - since > QUIET.toNanos();
    }

    /**
     * Tells whether there was a line on which the pattern recursed deeper than the stack allows.
     *
     * @return whether such a line was taken for one that does not match
     */
    public boolean isTooDeep() {
        return matcher.isTooDeep();
    }

    /**
     * Waits until all that is in the log by now was looked at. An interrupt ends the wait and is kept.
     *
     * @param limit when to give up
     */
    public void awaitCaughtUp(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (reading) {
            while (!isOver() && !log.state().equals(lookedAt)) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                try {
                    reading.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** Ends the watch at once, even in the middle of a match. A result that is not there yet will never be. */
    @Override
    public void close() {
        closed = true;
        // Where there is a result, the thread may be at work for those who waited: it is not ours to interrupt.
        if (!result.isDone()) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            follow();
        } catch (CancellationException | InterruptedException e) {
            // Closed: that is how it is meant to end.
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        } finally {
            busySince = IDLE;
        }
    }

    private void follow() throws InterruptedException {
        FloodPace pace = new FloodPace();
        LogState seen = log.state();
        while (!isOver()) {
            long start = System.nanoTime();
            if (readPiece(seen, start)) {
                seen = log.state();
                LockSupport.parkNanos(this, pace.restNanos(start, System.nanoTime(), seen.position()));
            } else if (seen.closed()) {
                return;
            } else {
                noteLookedAt(seen);
                seen = log.awaitChange(seen, reader.nanosUntilQuiet(quietNanos));
            }
        }
    }

    private void noteLookedAt(LogState seen) {
        synchronized (reading) {
            lookedAt = seen;
            reading.notifyAll();
        }
    }

    private boolean readPiece(LogState seen, long start) {
        // Noted for each piece and not for each line, which would cost more than many a match.
        busySince = start | 1;
        boolean more = reader.advance(seen.position(), this::examine);
        if (!more) {
            seen.ended().forEach(source -> reader.finish(source, this::examine));
            reader.offerQuiet(quietNanos, this::examine);
        }
        busySince = IDLE;
        return more;
    }

    private boolean isOver() {
        return closed || result.isDone();
    }

    private boolean examine(OutputLine line) {
        if (isOver()) {
            return false;
        }
        linesSeen.lazySet(linesSeen.getPlain() + 1);
        Optional<LineMatch> match = matcher.match(line);
        if (match.isPresent() && matches.incrementAndGet() == times) {
            result.complete(match.get());
        }
        return match.isPresent();
    }
}
