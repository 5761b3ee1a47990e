package io.github.managedservice.internal.output;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Gives each line of a log to somebody, on a thread of its own. One who is slower than the service falls back, and neither
 * the service waits nor memory fills.
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

    /**
     * Begins to follow.
     *
     * @param threadName names the thread, after the service
     * @param log what to follow
     * @param from the position after which a line must end to count
     * @param taker is given each line when it has ended
     * @return the follower, to be closed
     */
    public static LineFollower start(String threadName, OutputLog log, long from, Consumer<OutputLine> taker) {
        LineFollower follower = new LineFollower(threadName, log, from, taker);
        follower.thread.start();
        return follower;
    }

    /**
     * Gives away what is in the log by now, an unfinished last line included, and then no more. An interrupt ends the wait
     * and is kept.
     *
     * @param limit how long that may take; what is left then is not given away
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
            // Nobody waits for more.
        }
    }

    private void follow() throws InterruptedException {
        FloodPace pace = new FloodPace();
        LogState seen = log.state();
        while (!Thread.currentThread().isInterrupted()) {
            long start = System.nanoTime();
            if (reader.advance(seen.position(), taker)) {
                seen = log.state();
                LockSupport.parkNanos(this, pace.restNanos(start, System.nanoTime(), seen.position()));
            } else if (ending) {
                for (OutputSource source : OutputSource.values()) {
                    reader.finish(source, taker);
                }
                return;
            } else {
                seen = log.awaitChange(seen, Long.MAX_VALUE, () -> ending);
            }
        }
    }
}
