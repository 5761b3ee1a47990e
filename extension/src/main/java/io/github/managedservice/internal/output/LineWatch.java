package io.github.managedservice.internal.output;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows a log until a pattern was found in so many lines, on a thread of its own or, as long as that is enough, on the
 * one that waits.
 *
 * <p>A watch that is slower than the service falls back and reads from the file, so that neither the service waits
 * nor memory fills. A line without a newline, such as a prompt, is looked at when it has been quiet for a while.
 */
public final class LineWatch implements AutoCloseable {

    /** Nobody is told when a pattern begins to backtrack. */
    private static final long TICK_MILLIS = 20;

    private final OutputLog log;
    private final LineSearch search;
    private final Thread thread;
    private final Object reading = new Object();

    /** All of the log that was looked at when there was nothing more. Guarded by reading. */
    private @Nullable LogState lookedAt;

    private LineWatch(String threadName, OutputLog log, long from, Pattern pattern, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("A pattern cannot be awaited " + times + " times");
        }
        this.log = log;
        search = new LineSearch(log, from, pattern, times);
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
        LineWatch watch = new LineWatch(threadName, log, from, pattern, times);
        watch.thread.start();
        return watch;
    }

    /**
     * Prepares to follow a log: nothing is looked at before {@link #followHere} is called. A watch that is closed
     * without that has done nothing.
     *
     * @param threadName names the thread, after the service
     * @param log what to follow
     * @param from the position after which a line must end to count
     * @param pattern what to find in a line
     * @param times how many lines it must be found in, at least 1
     * @return the watch, to be closed when nobody waits any more
     */
    public static LineWatch prepare(String threadName, OutputLog log, long from, Pattern pattern, int times) {
        return new LineWatch(threadName, log, from, pattern, times);
    }

    /**
     * Follows the log on the calling thread, which has to wait anyway: to wake up one thread less saves half a
     * millisecond. Returns when there is a result, and when it is over or not to be had in passing: a line without a
     * newline, a flood, a pattern that backtracks. Then a thread of its own goes on.
     *
     * @param limit how long at most
     * @param enough tells that the caller has other things to do; asked when the log changes, and after {@link
     *     OutputLog#wake}
     * @throws InterruptedException if the thread is interrupted
     */
    public void followHere(Duration limit, BooleanSupplier enough) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        FloodPace pace = new FloodPace();
        boolean flood = false;
        try {
            LogState seen = log.state();
            while (!search.isOver() && !search.needsMore(seen) && !flood && !enough.getAsBoolean()) {
                long start = System.nanoTime();
                long left = deadline - start;
                if (left <= 0) {
                    return;
                }
                if (search.glance(seen)) {
                    seen = log.state();
                    flood = pace.restNanos(start, System.nanoTime(), seen.position()) > 0;
                } else {
                    noteLookedAt(seen);
                    seen = log.awaitChange(seen, Math.min(left, search.nanosUntilQuiet()), enough);
                }
            }
        } catch (CancellationException e) {
            // Closed: that is how it is meant to end.
        } catch (RuntimeException | Error e) {
            search.result().completeExceptionally(e);
        } finally {
            if (!search.isOver()) {
                thread.start();
            }
        }
    }

    /**
     * Gives the line that completes the number of lines asked for.
     *
     * @return completed by the thread that follows; never, if there is no such line
     */
    public CompletableFuture<LineMatch> result() {
        return search.result();
    }

    /**
     * Counts the lines looked at.
     *
     * @return how many so far, the one at work included
     */
    public long linesSeen() {
        return search.linesSeen();
    }

    /**
     * Counts the lines in which the pattern was found.
     *
     * @return how many so far, at most the number asked for
     */
    public int matches() {
        return search.matches();
    }

    /**
     * Tells whether the pattern tries remarkably many ways to match, as one does that backtracks for ever.
     *
     * @return whether it has looked at a quarter of a million characters for line {@link #linesSeen()} alone, and still does
     */
    public boolean isBacktracking() {
        return search.isBacktracking();
    }

    /**
     * Tells whether there was a line on which the pattern recursed deeper than the stack allows.
     *
     * @return whether such a line was taken for one that does not match
     */
    public boolean isTooDeep() {
        return search.isTooDeep();
    }

    /**
     * Tells whether there was a very long line for which the pattern had too many ways to match.
     *
     * @return whether such a line, or a part of it, was taken for one that does not match
     */
    public boolean isTooSlow() {
        return search.isTooSlow();
    }

    /**
     * Waits until all that is in the log by now was looked at, but not for a pattern that backtracks. An interrupt ends the wait and is kept.
     *
     * @param limit when to give up
     */
    public void awaitCaughtUp(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (reading) {
            while (!search.isOver() && !search.isBacktracking() && !log.state().equals(lookedAt)) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                try {
                    reading.wait(Math.min(left, TICK_MILLIS));
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
        search.close();
        // Where there is a result, the thread may be at work for those who waited: it is not ours to interrupt.
        if (!search.result().isDone()) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            follow();
        } catch (CancellationException | InterruptedException e) {
            // Closed: that is how it is meant to end.
        } catch (RuntimeException | Error e) {
            search.result().completeExceptionally(e);
        }
    }

    private void follow() throws InterruptedException {
        FloodPace pace = new FloodPace();
        LogState seen = log.state();
        while (!search.isOver()) {
            long start = System.nanoTime();
            if (search.look(seen)) {
                seen = log.state();
                LockSupport.parkNanos(this, pace.restNanos(start, System.nanoTime(), seen.position()));
            } else if (seen.closed()) {
                return;
            } else {
                noteLookedAt(seen);
                seen = log.awaitChange(seen, search.nanosUntilQuiet(), () -> false);
            }
        }
    }

    private void noteLookedAt(LogState seen) {
        synchronized (reading) {
            lookedAt = seen;
            reading.notifyAll();
        }
    }
}
