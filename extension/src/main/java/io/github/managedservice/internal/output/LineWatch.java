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
 * Follows a log until a pattern was found in a number of lines, on a thread of its own or, as long as that is enough,
 * on the thread that waits.
 *
 * <p>A watch that is slower than the service falls behind and reads from the file, so that neither the service waits
 * nor memory fills. A line without a newline, such as a prompt, is searched when it has been quiet for a while.
 */
public final class LineWatch implements AutoCloseable {

    /** Polled, because the search does not signal that a pattern has begun to backtrack. */
    private static final long TICK_MILLIS = 20;

    private final OutputLog log;
    private final LineSearch search;
    private final Thread thread;
    private final Object reading = new Object();

    /** The last state in which all of the log was searched. Guarded by reading. */
    private OutputLog.@Nullable State lookedAt;

    private LineWatch(String threadName, OutputLog log, long from, Pattern pattern, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("A pattern cannot be awaited " + times + " times");
        }
        this.log = log;
        search = new LineSearch(log, from, pattern, times);
        thread = new Thread(this::run, threadName);
        thread.setDaemon(true);
    }

    /** Searches the lines that end after this position. */
    public static LineWatch start(String threadName, OutputLog log, long from, Pattern pattern, int times) {
        LineWatch watch = new LineWatch(threadName, log, from, pattern, times);
        watch.thread.start();
        return watch;
    }

    /** Searches nothing before {@link #followHere} is called. A watch that is closed without that has done nothing. */
    public static LineWatch prepare(String threadName, OutputLog log, long from, Pattern pattern, int times) {
        return new LineWatch(threadName, log, from, pattern, times);
    }

    /**
     * Follows the log on the calling thread, which waits anyway: one thread less to wake up saves half a millisecond.
     * It returns when there is a result, and when there is none to be had quickly: a line without a newline, a flood, a
     * pattern that backtracks. Then a thread of its own goes on.
     *
     * <p>{@code enough} says that the caller has other work; it is asked when the log changes, and after {@link
     * OutputLog#wake}.
     */
    public void followHere(Duration limit, BooleanSupplier enough) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        FloodPace pace = new FloodPace();
        boolean flood = false;
        try {
            OutputLog.State seen = log.state();
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
            // The watch was closed.
        } catch (RuntimeException | Error e) {
            search.result().completeExceptionally(e);
        } finally {
            if (!search.isOver()) {
                thread.start();
            }
        }
    }

    /**
     * Completed by the thread that follows, with the line that completes the number; never, if there is no such line.
     */
    public CompletableFuture<LineMatch> result() {
        return search.result();
    }

    /** The current line included. */
    public long linesSeen() {
        return search.linesSeen();
    }

    /** At most the number asked for. */
    public int matches() {
        return search.matches();
    }

    /**
     * Whether the pattern has looked at a quarter of a million characters for line {@link #linesSeen()} alone, and goes
     * on.
     */
    public boolean isBacktracking() {
        return search.isBacktracking();
    }

    /** Whether the pattern recursed deeper than the stack on a line, which then did not match. */
    public boolean isTooDeep() {
        return search.isTooDeep();
    }

    /** Whether the pattern had too many ways to match a very long line, or a part of it, which then did not match. */
    public boolean isTooSlow() {
        return search.isTooSlow();
    }

    /**
     * Waits until all that is in the log by now was searched, but not while a pattern backtracks. An interrupt ends the
     * wait, and its flag stays set.
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

    /** Ends the watch at once, even in the middle of a match. A result that is not there yet never comes. */
    @Override
    public void close() {
        search.close();
        // Once there is a result, the thread may run actions of its callers, which must not be interrupted.
        if (!search.result().isDone()) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            follow();
        } catch (CancellationException | InterruptedException e) {
            // The watch was closed.
        } catch (RuntimeException | Error e) {
            search.result().completeExceptionally(e);
        }
    }

    private void follow() throws InterruptedException {
        FloodPace pace = new FloodPace();
        OutputLog.State seen = log.state();
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

    private void noteLookedAt(OutputLog.State seen) {
        synchronized (reading) {
            lookedAt = seen;
            reading.notifyAll();
        }
    }
}
