package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.service.RunningService;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stops the services that run when {@code System.exit} or a signal ends the JVM, side by side. A JVM that ends in
 * another way runs no hook; then the guard ends them.
 */
final class StopOnShutdown {

    /** Surefire halts its forked JVM 30 s after it asked it to end ({@code forkedProcessExitTimeoutInSeconds}). */
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(25);

    /** Guarded by this class, like the hook. */
    private static final Set<RunningService> RUNNING = new HashSet<>();

    /** Registered while there is something to stop: the JVM keeps a hook, and all that it refers to, until its end. */
    private static @Nullable Thread hook;

    private StopOnShutdown() {}

    static synchronized void add(RunningService service) {
        RUNNING.add(service);
        if (hook == null) {
            Thread added = new Thread(StopOnShutdown::stopAll, "managed-service-shutdown");
            try {
                Runtime.getRuntime().addShutdownHook(added);
                hook = added;
            } catch (IllegalStateException isTheEnd) {
                // The guard ends this service.
            }
        }
    }

    static synchronized void remove(RunningService service) {
        RUNNING.remove(service);
        if (RUNNING.isEmpty() && hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException isTheEnd) {
                // It is at work.
            }
            hook = null;
        }
    }

    private static synchronized List<RunningService> running() {
        return List.copyOf(RUNNING);
    }

    private static void stopAll() {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        List<Thread> stopping = running().stream().map(StopOnShutdown::stop).toList();
        try {
            for (Thread thread : stopping) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread stop(RunningService service) {
        Thread thread = new Thread(service::stop, "service-" + service.name() + "-shutdown");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
