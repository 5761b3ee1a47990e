package io.github.managedservice.internal.group;

import io.github.managedservice.internal.declaration.DeclaredServices;
import io.github.managedservice.internal.lifecycle.LiveService;
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

/** Services that several groups have in common: the first that needs one starts it, and all are stopped together. */
public final class SharedServices implements AutoCloseable {

    private final Map<String, Shared> services = new ConcurrentHashMap<>();

    private final ServiceUsers users = new ServiceUsers();

    /** How often a service was replaced by another start, with other ports. */
    private final Map<String, Integer> replaced = new ConcurrentHashMap<>();

    private record Shared(Map<String, Integer> needs, CompletableFuture<LiveService> service) {

        Optional<LiveService> started() {
            return service.isDone() && !service.isCompletedExceptionally()
                    ? Optional.of(service.join())
                    : Optional.empty();
        }
    }

    /** The group shares its services with the others of the same names. Closing it stops nothing. */
    public ServiceGroup group(DeclaredServices declared, Optional<ServiceGroup> enclosing) {
        return ServiceGroup.sharing(this, declared, enclosing);
    }

    /**
     * Starts a service at the first request, and again after a test has stopped it or a service that it needs, whose
     * ports it knows. A failed start fails for all later requests. An interrupted one does not, because the interrupt
     * was meant for one thread; the next request tries again.
     */
    LiveService get(String name, Set<String> needs, Supplier<LiveService> start) {
        Map<String, Integer> needed = new HashMap<>();
        for (String need : needs) {
            needed.put(need, replacements(need));
        }
        while (true) {
            Shared own = new Shared(needed, new CompletableFuture<>());
            Shared before = services.putIfAbsent(name, own);
            if (before == null) {
                return start(name, own, start);
            }
            Optional<LiveService> service = await(name, before.service);
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

    /** A stopped service counts as replaced. */
    public int replacements(String name) {
        Optional<LiveService> current = current(name);
        boolean stopped = current.isPresent() && current.get().isStopped();
        return replaced.getOrDefault(name, 0) + (stopped ? 1 : 0);
    }

    void beforeStop(Runnable end) {
        users.add(end);
    }

    /** One that was started, and not stopped by a test. */
    Optional<LiveService> find(String name) {
        Optional<LiveService> current = current(name);
        return current.isPresent() && current.get().isStopped() ? Optional.empty() : current;
    }

    private Optional<LiveService> current(String name) {
        Shared shared = services.get(name);
        return shared == null ? Optional.empty() : shared.started();
    }

    private LiveService start(String name, Shared own, Supplier<LiveService> start) {
        try {
            LiveService service = start.get();
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
    private static Optional<LiveService> await(String name, CompletableFuture<LiveService> first) {
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
     * Stops the services, each after those that need it. What survives is logged too, because not every program that
     * runs tests shows what is thrown after all of them.
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
        Map<String, LiveService> started = new HashMap<>();
        Map<String, Set<String>> needed = new HashMap<>();
        for (Map.Entry<String, Shared> entry : services.entrySet()) {
            Optional<LiveService> service = entry.getValue().started();
            if (service.isPresent()) {
                started.put(entry.getKey(), service.get());
                needed.put(entry.getKey(), entry.getValue().needs.keySet());
            }
        }
        services.clear();
        ServiceGroup.stop(started, needed);
    }

    private static void warn(Throwable failure) {
        LibraryLog.warn(String.valueOf(failure.getMessage()));
    }
}
