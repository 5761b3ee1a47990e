package io.github.managedservice.internal.output;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Gives each line of a log to a taker, on a thread of its own. A taker that is slower than the service falls behind, so
 * that neither the service waits nor memory fills.
 */
public final class LineFollower {

    private final OutputLog log;
    private final LineReader reader;
    private final LineTaker taker;
    private final Thread thread;
    private volatile boolean ending;

    private LineFollower(String threadName, OutputLog log, long from, Consumer<OutputLine> taker) {
        this.log = log;
        this.reader = new LineReader(log, from);
        this.taker = LineTaker.once(taker);
        this.thread = new Thread(this::run, threadName);
        thread.setDaemon(true);
    }

    /** Follows the lines that end after this position. */
    public static LineFollower start(String threadName, OutputLog log, long from, Consumer<OutputLine> taker) {
        LineFollower follower = new LineFollower(threadName, log, from, taker);
        follower.thread.start();
        return follower;
    }

    /**
     * Gives what is in the log by now, an unfinished last line included, and then no more. After the limit, the rest is
     * not given. An interrupt ends the wait, and its flag stays set.
     */
    public void close(Duration limit) {
        ending = true;
        log.wake();
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, limit.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void run() {
        try {
            follow();
        } catch (InterruptedException e) {
            // The rest is not wanted any more.
        }
    }

    private void follow() throws InterruptedException {
        FloodPace pace = new FloodPace();
        OutputLog.State seen = log.state();
        while (!Thread.currentThread().isInterrupted()) {
            long start = System.nanoTime();
            if (reader.advance(seen.position(), taker)) {
                seen = log.state();
                LockSupport.parkNanos(this, pace.restNanos(start, System.nanoTime(), seen.position()));
            } else if (ending) {
                reader.finish(taker);
                return;
            } else {
                seen = log.awaitChange(seen, Long.MAX_VALUE, () -> ending);
            }
        }
    }
}
