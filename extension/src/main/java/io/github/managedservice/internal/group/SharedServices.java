package io.github.managedservice.internal.group;

import io.github.managedservice.internal.declaration.DeclaredServices;
import io.github.managedservice.internal.lifecycle.VisibleService;
import io.github.managedservice.internal.log.LibraryLog;
import io.github.managedservice.service.ServiceStopException;
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
import java.util.stream.Collectors;

/**
 * Services that several groups have in common: the first that needs one starts it, and all are stopped together.
 *
 * <p>For adapters to test frameworks; a test does not need it.
 *
 * @since 0.1.0
 */
public final class SharedServices implements AutoCloseable {

    private final Map<String, Shared> services = new ConcurrentHashMap<>();

    private final ServiceUsers users = new ServiceUsers();

    /** How often a service was replaced. */
    private final Map<String, Integer> replaced = new ConcurrentHashMap<>();

    /**
     * A service.
     *
     * @param needs the services that it needs, each with the number of its replacements
     * @param service it, once it is ready
     */
    private record Shared(Map<String, Integer> needs, CompletableFuture<VisibleService> service) {

        Optional<VisibleService> started() {
            return service.isDone() && !service.isCompletedExceptionally()
                    ? Optional.of(service.join())
                    : Optional.empty();
        }
    }

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
     * Gives a service, which is started if nobody has asked for it before, or a test has stopped it for good, or one that it
     * needs: it knows the ports of that one. A start that failed has failed for all who ask, unless it was interrupted: that
     * was meant for one of them, and the next one tries.
     *
     * @param needs whom it needs, all of them given before
     */
    VisibleService get(String name, Set<String> needs, Supplier<VisibleService> start) {
        Map<String, Integer> needed = needs.stream().collect(Collectors.toMap(need -> need, this::replacements));
        while (true) {
            Shared own = new Shared(needed, new CompletableFuture<>());
            Shared before = services.putIfAbsent(name, own);
            if (before == null) {
                return start(name, own, start);
            }
            Optional<VisibleService> service = await(name, before.service);
            if (service.isPresent() && !service.get().isStopped()) {
                if (before.needs.equals(needed)) {
                    return service.get();
                }
                service.get().stop();
            }
            if (services.remove(name, before) && service.isPresent()) {
                replaced.merge(name, 1, Integer::sum);
            }
        }
    }

    /**
     * Tells how often a service was replaced by another start, with other ports.
     *
     * @param name its name
     * @return the number, in which one that is stopped counts as replaced
     */
    public int replacements(String name) {
        boolean stopped = current(name).filter(VisibleService::isStopped).isPresent();
        return replaced.getOrDefault(name, 0) + (stopped ? 1 : 0);
    }

    /** Has something done before the services are stopped. */
    void beforeStop(Runnable end) {
        users.add(end);
    }

    /** One that was started, and not stopped by a test. */
    Optional<VisibleService> find(String name) {
        return current(name).filter(service -> !service.isStopped());
    }

    private Optional<VisibleService> current(String name) {
        return Optional.ofNullable(services.get(name)).flatMap(Shared::started);
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
     * Stops the services, each after those that need it. What survives is logged too: this comes after all tests, and not every
     * program that runs them shows what is thrown then.
     *
     * @throws ServiceStopException the first failure, the others suppressed
     */
    @Override
    public void close() {
        try {
            users.endBefore(this::stop);
        } catch (ServiceStopException e) {
            warn(e);
            for (Throwable other : e.getSuppressed()) {
                warn(other);
            }
            throw e;
        }
    }

    private void stop() {
        Map<String, VisibleService> started = new HashMap<>();
        Map<String, Set<String>> needed = new HashMap<>();
        services.forEach((name, shared) -> {
            shared.started().ifPresent(service -> {
                started.put(name, service);
                needed.put(name, shared.needs.keySet());
            });
        });
        services.clear();
        ServiceGroup.stop(started, needed);
    }

    private static void warn(Throwable failure) {
        LibraryLog.warn(String.valueOf(failure.getMessage()));
    }
}
