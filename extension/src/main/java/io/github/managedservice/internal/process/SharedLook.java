package io.github.managedservice.internal.process;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers those who ask at the same time by one look, which begins after all of them have asked.
 *
 * <p>Of many services that stop side by side, each would read the table of all processes for itself.
 *
 * @param <T> what is seen
 */
final class SharedLook<T> {

    private final Supplier<T> look;

    /** Held while somebody looks: those who come meanwhile meet at the next look. */
    private final Object looking = new Object();

    /** What can still be joined, for it has not begun. Guarded by this. */
    private @Nullable Look<T> next;

    SharedLook(Supplier<T> look) {
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
