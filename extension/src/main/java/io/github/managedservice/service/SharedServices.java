package io.github.managedservice.service;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Services that several groups have in common: the first that needs one starts it, and all are stopped together.
 *
 * <p>For adapters to test frameworks; a test does not need it.
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
     * Gives a service, which is started if nobody has asked for it before, or a test has stopped it for good. A start that
     * failed has failed for all who ask, unless it was interrupted: that was meant for one of them, and the next one tries.
     */
    VisibleService get(String name, Set<String> needs, Supplier<VisibleService> start) {
        while (true) {
            Shared own = new Shared(needs, new CompletableFuture<>());
            Shared before = services.putIfAbsent(name, own);
            if (before == null) {
                return start(name, own, start);
            }
            Optional<VisibleService> service = await(name, before.service);
            if (service.isPresent() && !service.get().isStopped()) {
                return service.get();
            }
            services.remove(name, before);
        }
    }

    private VisibleService start(String name, Shared own, Supplier<VisibleService> start) {
        try {
            VisibleService service = start.get();
            own.service.complete(service);
            return service;
        } catch (RuntimeException | Error e) {
            if (Thread.currentThread().isInterrupted()) {
                services.remove(name, own);
                own.service.cancel(false);
            } else {
                own.service.completeExceptionally(e);
            }
            throw e;
        }
    }

    /** Empty if the start was interrupted. */
    private static Optional<VisibleService> await(String name, CompletableFuture<VisibleService> first) {
        try {
            return Optional.of(first.get());
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The thread that waited for another class to start service '" + name + "' was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) Objects.requireNonNull(e.getCause());
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
