package io.github.managedservice.internal.log;

import io.github.managedservice.internal.time.Later;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Logs a moment later, on another thread. */
public final class LateLog {

    private static final long DELAY = TimeUnit.MILLISECONDS.toNanos(10);

    private LateLog() {}

    /** Spares the caller the time to format a record, half a millisecond of a processor. */
    public static void info(Supplier<String> message) {
        Later.run(DELAY, () -> LibraryLog.info(message.get()));
    }

    /** For threads that must not wait for a logger, which may be slow, or throw. */
    public static void warn(Supplier<String> message) {
        Later.run(DELAY, () -> LibraryLog.warn(message.get()));
    }
}
