package io.github.managedservice.internal.os;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers callers that ask at the same time by one look, which begins after all of them have asked.
 *
 * <p>Otherwise each of many services that stop side by side would read the whole process table.
 */
final class CoalescedSupplier<T> {

    private final Supplier<T> look;

    /** Held during a look: callers that arrive meanwhile share the next one. */
    private final Object looking = new Object();

    /** A look that has not begun, so callers can still join it. Guarded by this. */
    private @Nullable Look<T> next;

    CoalescedSupplier(Supplier<T> look) {
        this.look = look;
    }

    T get() {
        Look<T> joined = join();
        synchronized (looking) {
            T seen = joined.seen;
            if (seen == null) {
                begin();
                seen = look.get();
                joined.seen = seen;
            }
            return seen;
        }
    }

    private synchronized Look<T> join() {
        Look<T> joined = next == null ? new Look<>() : next;
        next = joined;
        return joined;
    }

    private synchronized void begin() {
        next = null;
    }

    private static final class Look<T> {
        /** Guarded by looking. */
        private @Nullable T seen;
    }
}
