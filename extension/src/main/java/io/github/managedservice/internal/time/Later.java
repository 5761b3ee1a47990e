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

    /** The delay is in nanoseconds, and the work must be short. Without a thread for it, the next call tries again. */
    @SuppressWarnings("FutureReturnValueIgnored")
    public static void run(long delay, Runnable work) {
        try {
            THREAD.schedule(work, delay, TimeUnit.NANOSECONDS);
        } catch (OutOfMemoryError noThread) {
            // It stays in the queue.
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "managed-service-later");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
