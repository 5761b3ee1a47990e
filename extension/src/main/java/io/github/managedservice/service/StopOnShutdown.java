package io.github.managedservice.service;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Stops what still runs when the JVM is asked to end, by {@code System.exit} or a signal, side by side. A JVM that ends in
 * any other way runs no hook; that is what the guard is for.
 */
final class StopOnShutdown {

    /** Surefire halts its forked JVM 30 s after it asked it to end ({@code forkedProcessExitTimeoutInSeconds}). */
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(25);

    private static final Set<StartedService> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(StopOnShutdown::stopAll, "managed-service-shutdown"));
    }

    private StopOnShutdown() {}

    static void add(StartedService service) {
        RUNNING.add(service);
    }

    static void remove(StartedService service) {
        RUNNING.remove(service);
    }

    private static void stopAll() {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        List<Thread> stopping = RUNNING.stream().map(StopOnShutdown::stop).toList();
        try {
            for (Thread thread : stopping) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread stop(StartedService service) {
        Thread thread = new Thread(service::stop, "service-" + service.name() + "-shutdown");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
