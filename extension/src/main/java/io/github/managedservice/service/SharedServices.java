package io.github.managedservice.service;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Services that several groups have in common: the first that needs one starts it, and all are stopped together.
 *
 * @since 0.1.0
 */
public final class SharedServices implements AutoCloseable {

    /** Guarded by this. */
    private final Map<String, CompletableFuture<StartedService>> services = new LinkedHashMap<>();

    /** Whom each service needs. Guarded by this. */
    private final Map<String, Set<String>> needed = new HashMap<>();

    /** Begins with none. */
    public SharedServices() {}

    /**
     * Makes a group that shares its services with the others of the same names; starts nothing. To close it stops nothing.
     *
     * @param declared what it needs
     * @param enclosing a group whose services are visible too
     * @return the group
     */
    public ServiceGroup group(DeclaredServices declared, Optional<ServiceGroup> enclosing) {
        return ServiceGroup.sharing(this, declared, enclosing);
    }

    /**
     * Gives a service, which is started if nobody has asked for it before. A start that failed has failed for all who ask,
     * unless it was interrupted: that was meant for one of them.
     */
    StartedService get(String name, Set<String> needs, Supplier<StartedService> start) {
        CompletableFuture<StartedService> own = new CompletableFuture<>();
        CompletableFuture<StartedService> first = first(name, needs, own);
        if (first != own) {
            return await(name, first);
        }
        try {
            StartedService service = start.get();
            own.complete(service);
            return service;
        } catch (RuntimeException | Error e) {
            if (Thread.currentThread().isInterrupted()) {
                forget(name);
            }
            own.completeExceptionally(e);
            throw e;
        }
    }

    private synchronized CompletableFuture<StartedService> first(
            String name, Set<String> needs, CompletableFuture<StartedService> own) {
        CompletableFuture<StartedService> before = services.putIfAbsent(name, own);
        needed.putIfAbsent(name, needs);
        return before == null ? own : before;
    }

    private synchronized void forget(String name) {
        services.remove(name);
    }

    private static StartedService await(String name, CompletableFuture<StartedService> first) {
        try {
            return first.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The thread that waited for another class to start service '" + name + "' was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        }
    }

    /**
     * Stops the services, each after those that need it.
     *
     * @throws ServiceStopException the first failure, the others suppressed
     */
    @Override
    public void close() {
        Map<String, StartedService> started = new LinkedHashMap<>();
        Map<String, Set<String>> whom;
        synchronized (this) {
            services.forEach((name, service) -> {
                if (service.isDone() && !service.isCompletedExceptionally()) {
                    started.put(name, service.join());
                }
            });
            whom = Map.copyOf(needed);
            services.clear();
        }
        ServiceGroup.stop(started, whom);
    }
}
