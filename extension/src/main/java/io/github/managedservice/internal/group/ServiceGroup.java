package io.github.managedservice.internal.group;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.DeclarationProblems;
import io.github.managedservice.internal.declaration.DeclaredServices;
import io.github.managedservice.internal.declaration.PlaceholderNames;
import io.github.managedservice.internal.declaration.PlaceholderNames.PeerReference;
import io.github.managedservice.internal.declaration.Template;
import io.github.managedservice.internal.lifecycle.FailureReport;
import io.github.managedservice.internal.lifecycle.LiveService;
import io.github.managedservice.internal.lifecycle.Placeholders;
import io.github.managedservice.internal.lifecycle.Placeholders.Peers;
import io.github.managedservice.internal.lifecycle.ServiceStarter;
import io.github.managedservice.internal.lifecycle.StartedService;
import io.github.managedservice.internal.lifecycle.Switches;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Services that are started and stopped together and can mention each other, and those of an enclosing group, by name.
 */
public final class ServiceGroup implements AutoCloseable {

    private final String owner;
    private final Optional<ServiceGroup> enclosing;
    private final DeclaredServices declared;

    /** Where they are, these start and stop the services. */
    private final Optional<SharedServices> shared;

    /** What each service needs of this group. */
    private final Map<String, Set<String>> needed;

    private final Map<String, LiveService> started = new ConcurrentHashMap<>();
    private final ServiceUsers users = new ServiceUsers();

    /** Guarded by this. */
    private @Nullable RuntimeException startFailure;

    /** Guarded by this. */
    private boolean begun;

    private ServiceGroup(
            String owner,
            DeclaredServices declared,
            Optional<ServiceGroup> enclosing,
            Optional<SharedServices> shared) {
        this.owner = owner;
        this.shared = shared;
        this.declared = declared;
        this.needed = declared.needed();
        this.enclosing = enclosing;
    }

    /** The owner names the folder of the logs, and may be empty. The exception has all mistakes of the declarations. */
    public static ServiceGroup of(String owner, List<ServiceSpec> specs, Optional<ServiceGroup> enclosing) {
        DeclarationProblems problems = new DeclarationProblems();
        List<Declaration> declarations =
                specs.stream().map(ServiceSpec::declaration).toList();
        DeclaredServices declared = DeclaredServices.of(declarations, enclosing.map(ServiceGroup::declared), problems);
        problems.throwIfAny("", IllegalArgumentException::new);
        return of(owner, declared, enclosing);
    }

    /** The declarations were checked in those of the enclosing group. */
    public static ServiceGroup of(String owner, DeclaredServices declared, Optional<ServiceGroup> enclosing) {
        return new ServiceGroup(owner, declared, enclosing, Optional.empty());
    }

    /** A group of services that others start once for many groups. */
    static ServiceGroup sharing(SharedServices shared, DeclaredServices declared, Optional<ServiceGroup> enclosing) {
        ServiceGroup group = new ServiceGroup("", declared, enclosing, Optional.of(shared));
        // What others have started is seen before the rest starts, which may need one that has crashed since.
        for (Declaration spec : declared.order()) {
            Optional<LiveService> service = shared.find(spec.name());
            if (service.isPresent()) {
                group.started.put(spec.name(), service.get());
            }
        }
        return group;
    }

    public DeclaredServices declared() {
        return declared;
    }

    /**
     * Starts the services once, each after those it depends on, and independent ones at the same time. If one fails,
     * all are stopped, and every later call throws the same.
     */
    public void start() {
        start(Switches.ofSystemProperties(declared.names()));
    }

    public synchronized void start(Switches switches) {
        if (startFailure != null) {
            throw startFailure;
        }
        if (begun) {
            return;
        }
        begun = true;
        try {
            ParallelByDependency.untilFailure("start", needed, name -> start(name, switches));
        } catch (RuntimeException e) {
            startFailure = e;
            stopAfter(e);
            throw e;
        }
    }

    /** A service that has crashed has been started. */
    public boolean isIncomplete() {
        return !started.keySet().containsAll(needed.keySet());
    }

    private void start(String name, Switches switches) {
        try {
            started.put(name, shared.isPresent() ? ofShared(shared.get(), name, switches) : startOwn(name, switches));
        } catch (ServiceStartException e) {
            throw FailureReport.keeping(e, dependents(name));
        }
    }

    private LiveService ofShared(SharedServices services, String name, Switches switches) {
        return services.get(name, needed.getOrDefault(name, Set.of()), () -> startOwn(name, switches));
    }

    private LiveService startOwn(String name, Switches switches) {
        Peers peers = new Peers(names(), this::placeholders);
        return ServiceStarter.start(declaration(name), owner, peers, switches);
    }

    private Declaration declaration(String name) {
        for (Declaration spec : declared.order()) {
            if (spec.name().equals(name)) {
                return spec;
            }
        }
        throw new NoSuchElementException(name);
    }

    private Optional<Placeholders> placeholders(String name) {
        Optional<LiveService> service = findStarted(name);
        return service.isPresent() ? Optional.of(service.get().placeholders()) : Optional.empty();
    }

    /** All that need a service, in the order in which they would be started. */
    private List<String> dependents(String name) {
        Set<String> dependents = new LinkedHashSet<>(Set.of(name));
        declared.order().stream()
                .map(spec -> spec.name())
                .filter(other -> needed.getOrDefault(other, Set.of()).stream().anyMatch(dependents::contains))
                .forEach(dependents::add);
        return dependents.stream().skip(1).toList();
    }

    private void stopAfter(RuntimeException failure) {
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Those of the enclosing group first. */
    public Set<String> names() {
        return declared.names();
    }

    public Optional<RunningService> find(String name) {
        Optional<LiveService> service = findStarted(name);
        return service.isPresent() ? Optional.of(service.get()) : Optional.empty();
    }

    private Optional<LiveService> findStarted(String name) {
        LiveService own = started.get(name);
        return own == null && enclosing.isPresent() ? enclosing.get().findStarted(name) : Optional.ofNullable(own);
    }

    /** Where only one service is visible, placeholders may leave out its name. */
    public String value(String template) {
        Set<String> names = names();
        Optional<LiveService> only =
                names.size() == 1 ? findStarted(names.iterator().next()) : Optional.empty();
        return only.isPresent()
                ? only.get().value(template)
                : Template.parse(template).fill(this::shared);
    }

    private Optional<String> shared(String placeholder) {
        if (placeholder.equals(PlaceholderNames.HOST)) {
            return Optional.of(PlaceholderNames.LOOPBACK);
        }
        return findValue(placeholder);
    }

    /** Finds a value by the service's name, a dot, and what is meant, such as {@code redis.port}. */
    public Optional<String> findValue(String name) {
        Optional<PeerReference> peer = PeerReference.of(name, names());
        Optional<Placeholders> values =
                peer.isPresent() ? placeholders(peer.get().service()) : Optional.empty();
        return values.isPresent() ? values.get().shared(peer.get().rest()) : Optional.empty();
    }

    public String masked(String text) {
        String masked = SecretMask.NO_VALUES.text(text);
        for (StartedService service : startedServices()) {
            masked = service.mask().text(masked);
        }
        return masked;
    }

    /** Without external services, and those of the enclosing group first. */
    List<StartedService> startedServices() {
        List<StartedService> services = new ArrayList<>();
        for (String name : names()) {
            if (findStarted(name).orElse(null) instanceof StartedService service) {
                services.add(service);
            }
        }
        return services;
    }

    /** Has something done when the services are about to be stopped, while they still answer. */
    public void beforeStop(Runnable end) {
        if (shared.isPresent()) {
            shared.get().beforeStop(end);
        } else {
            users.add(end);
        }
    }

    /**
     * Stops the services, each after those that need it, and independent ones at the same time. All are stopped,
     * whatever happens to one. Does nothing to services that are shared.
     */
    @Override
    public void close() {
        if (shared.isEmpty()) {
            users.endBefore(() -> stop(started, needed));
        }
    }

    static void stop(Map<String, LiveService> services, Map<String, Set<String>> needed) {
        Map<String, Set<String>> needing = new LinkedHashMap<>();
        for (String name : services.keySet()) {
            Set<String> users = new HashSet<>();
            for (String other : services.keySet()) {
                if (needed.getOrDefault(other, Set.of()).contains(name)) {
                    users.add(other);
                }
            }
            needing.put(name, users);
        }
        ParallelByDependency.all(
                "stop",
                needing,
                name -> Objects.requireNonNull(services.get(name)).stop());
    }
}
