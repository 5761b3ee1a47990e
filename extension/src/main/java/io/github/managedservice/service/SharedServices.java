package io.github.managedservice.service;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Services that several groups have in common: the first that needs one starts it, and all are stopped together.
 *
 * @since 0.1.0
 */
public final class SharedServices implements AutoCloseable {

    private final Map<String, Shared> services = new ConcurrentHashMap<>();

    private record Shared(Set<String> needs, CompletableFuture<VisibleService> service) {}

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
    VisibleService get(String name, Set<String> needs, Supplier<VisibleService> start) {
        Shared own = new Shared(needs, new CompletableFuture<>());
        Shared before = services.putIfAbsent(name, own);
        if (before != null) {
            return await(name, before.service);
        }
        try {
            VisibleService service = start.get();
            own.service.complete(service);
            return service;
        } catch (RuntimeException | Error e) {
            if (Thread.currentThread().isInterrupted()) {
                services.remove(name);
            }
            own.service.completeExceptionally(e);
            throw e;
        }
    }

    private static VisibleService await(String name, CompletableFuture<VisibleService> first) {
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
        Map<String, VisibleService> started = new HashMap<>();
        Map<String, Set<String>> needed = new HashMap<>();
        services.forEach((name, shared) -> {
            if (shared.service.isDone() && !shared.service.isCompletedExceptionally()) {
                started.put(name, shared.service.join());
                needed.put(name, shared.needs);
            }
        });
        services.clear();
        ServiceGroup.stop(started, needed);
    }
}
