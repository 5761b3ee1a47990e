package io.github.managedservice.internal.log;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Logs a moment later, on a thread that ends when there is nothing more to log.
 *
 * <p>Not on one of the JDK's, such as that of a delayed executor: that would live as long as the JVM, and refer to the
 * class loaders of the test that brought it into being, which is a leak where each run has its own.
 */
public final class LateLog {

    private static final long DELAY_MILLIS = 10;
    private static final long REST_MILLIS = 1000;

    private static final ScheduledThreadPoolExecutor THREAD = new ScheduledThreadPoolExecutor(1, LateLog::daemon);

    static {
        THREAD.setKeepAliveTime(REST_MILLIS, TimeUnit.MILLISECONDS);
        THREAD.allowCoreThreadTimeOut(true);
    }

    private LateLog() {}

    /**
     * Logs what happens to a service. To format a record takes half a millisecond of a processor, which the caller has
     * better use for just now.
     *
     * @param message makes a sentence that names the service, with no placeholders to be filled
     */
    public static void info(Supplier<String> message) {
        later(() -> LibraryLog.info(message.get()));
    }

    /**
     * Warns of what a thread met that must not wait for a logger, which may be slow, or throw.
     *
     * @param message as for {@link #info}
     */
    public static void warn(Supplier<String> message) {
        later(() -> LibraryLog.warn(message.get()));
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private static void later(Runnable log) {
        try {
            THREAD.schedule(log, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (OutOfMemoryError noThread) {
            // It stays in the queue, and is logged with the next one.
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "managed-service-log");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
