package io.github.managedservice.internal.time;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does small things a moment later, all on one thread, which ends when nothing is left to do.
 *
 * <p>The JDK has such a thread too, that of a delayed executor. But it lives as long as the JVM and refers to the class loaders
 * of the test that first needed it, which is a leak where each run has its own.
 */
public final class Later {

    private static final long REST_MILLIS = 1000;

    private static final ScheduledThreadPoolExecutor THREAD = new ScheduledThreadPoolExecutor(1, Later::daemon);

    static {
        THREAD.setKeepAliveTime(REST_MILLIS, TimeUnit.MILLISECONDS);
        THREAD.allowCoreThreadTimeOut(true);
    }

    private Later() {}

    /**
     * Does something once the delay has passed. Where no thread can be created, it is done as soon as one can.
     *
     * @param delay in nanoseconds
     * @param work short, for everything else waits meanwhile
     */
    @SuppressWarnings("FutureReturnValueIgnored")
    public static void run(long delay, Runnable work) {
        try {
            THREAD.schedule(work, delay, TimeUnit.NANOSECONDS);
        } catch (OutOfMemoryError noThread) {
            // It stays in the queue, and the next call tries again to start the thread.
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "managed-service-later");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
