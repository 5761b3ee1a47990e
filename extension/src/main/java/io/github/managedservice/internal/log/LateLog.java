package io.github.managedservice.internal.log;

import io.github.managedservice.internal.time.Later;
import java.util.concurrent.TimeUnit;

/** Logs a moment later, on another thread. */
public final class LateLog {

    private static final long DELAY = TimeUnit.MILLISECONDS.toNanos(10);

    private LateLog() {}

    /** Spares the caller the time to format a record, half a millisecond of a processor. */
    public static void info(String message) {
        Later.run(DELAY, new Entry(false, message));
    }

    /** For threads that must not wait for a logger, which may be slow, or throw. */
    public static void warn(String message) {
        Later.run(DELAY, new Entry(true, message));
    }

    private record Entry(boolean warns, String message) implements Runnable {

        @Override
        public void run() {
            if (warns) {
                LibraryLog.warn(message);
            } else {
                LibraryLog.info(message);
            }
        }
    }
}
