package io.github.managedservice.internal.group;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.DeclarationProblems;
import io.github.managedservice.internal.declaration.DeclaredServices;
import io.github.managedservice.internal.declaration.PlaceholderNames;
import io.github.managedservice.internal.declaration.PlaceholderNames.PeerReference;
import io.github.managedservice.internal.declaration.Template;
import io.github.managedservice.internal.lifecycle.FailureReport;
import io.github.managedservice.internal.lifecycle.LiveService;
import io.github.managedservice.internal.lifecycle.Placeholders.Peers;
import io.github.managedservice.internal.lifecycle.ServiceStarter;
import io.github.managedservice.internal.lifecycle.StartedService;
import io.github.managedservice.internal.lifecycle.Switches;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
        declared.order()
                .forEach(
                        spec -> shared.find(spec.name()).ifPresent(service -> group.started.put(spec.name(), service)));
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
        Declaration spec = declared.order().stream()
                .filter(its -> its.name().equals(name))
                .findFirst()
                .orElseThrow();
        Peers peers = new Peers(names(), peer -> findStarted(peer).map(LiveService::placeholders));
        Supplier<LiveService> start = () -> ServiceStarter.start(spec, owner, peers, switches);
        try {
            started.put(
                    name,
                    shared.map(services -> services.get(name, needed.getOrDefault(name, Set.of()), start))
                            .orElseGet(start));
        } catch (ServiceStartException e) {
            throw FailureReport.keeping(e, dependents(name));
        }
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
        return findStarted(name).map(service -> service);
    }

    private Optional<LiveService> findStarted(String name) {
        LiveService own = started.get(name);
        return own != null ? Optional.of(own) : enclosing.flatMap(group -> group.findStarted(name));
    }

    /** Where only one service is visible, placeholders may leave out its name. */
    public String value(String template) {
        Set<String> names = names();
        Optional<LiveService> only =
                names.size() == 1 ? findStarted(names.iterator().next()) : Optional.empty();
        return only.map(service -> service.value(template))
                .orElseGet(() -> Template.parse(template).fill(this::shared));
    }

    private Optional<String> shared(String placeholder) {
        if (placeholder.equals(PlaceholderNames.HOST)) {
            return Optional.of(PlaceholderNames.LOOPBACK);
        }
        return findValue(placeholder);
    }

    /** Finds a value by the service's name, a dot, and what is meant, such as {@code redis.port}. */
    public Optional<String> findValue(String name) {
        return PeerReference.of(name, names())
                .flatMap(peer -> findStarted(peer.service())
                        .flatMap(service -> service.placeholders().shared(peer.rest())));
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
        return names().stream()
                .flatMap(name -> findStarted(name).stream())
                .filter(StartedService.class::isInstance)
                .map(StartedService.class::cast)
                .toList();
    }

    /** Has something done when the services are about to be stopped, while they still answer. */
    public void beforeStop(Runnable end) {
        shared.ifPresentOrElse(services -> services.beforeStop(end), () -> users.add(end));
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
            needing.put(
                    name,
                    services.keySet().stream()
                            .filter(other ->
                                    needed.getOrDefault(other, Set.of()).contains(name))
                            .collect(Collectors.toSet()));
        }
        ParallelByDependency.all(
                "stop",
                needing,
                name -> Objects.requireNonNull(services.get(name)).stop());
    }
}
