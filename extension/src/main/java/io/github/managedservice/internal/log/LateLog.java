package io.github.managedservice.internal.log;

import io.github.managedservice.internal.time.Later;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Logs a moment later, on another thread. */
public final class LateLog {

    private static final long DELAY = TimeUnit.MILLISECONDS.toNanos(10);

    private LateLog() {}

    /**
     * Logs what happens to a service. To format a record takes half a millisecond of a processor, which the caller has
     * better use for just now.
     *
     * @param message makes a sentence that names the service, with no placeholders to be filled
     */
    public static void info(Supplier<String> message) {
        Later.run(DELAY, () -> LibraryLog.info(message.get()));
    }

    /**
     * Warns of what a thread met that must not wait for a logger, which may be slow, or throw.
     *
     * @param message as for {@link #info}
     */
    public static void warn(Supplier<String> message) {
        Later.run(DELAY, () -> LibraryLog.warn(message.get()));
    }
}
