package io.github.managedservice.internal.group;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What uses services beside the tests, and is ended before them. */
final class ServiceUsers {

    /** The latest first. Guarded by this. */
    private final Deque<Runnable> ends = new ArrayDeque<>();

    synchronized void add(Runnable end) {
        ends.addFirst(end);
    }

    /** Ends all, and then stops the services, whatever happens. The first failure is thrown, the others suppressed. */
    void endBefore(Runnable stop) {
        Throwable failure = null;
        for (Runnable end : taken()) {
            failure = run(end, failure);
        }
        failure = run(stop, failure);
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    private synchronized List<Runnable> taken() {
        List<Runnable> all = List.copyOf(ends);
        ends.clear();
        return all;
    }

    private static @Nullable Throwable run(Runnable action, @Nullable Throwable failure) {
        try {
            action.run();
            return failure;
        } catch (RuntimeException | Error e) {
            if (failure == null) {
                return e;
            }
            failure.addSuppressed(e);
            return failure;
        }
    }
}
