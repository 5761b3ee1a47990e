package io.github.managedservice.internal.group;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.DeclaredServices;
import io.github.managedservice.internal.declaration.Mistakes;
import io.github.managedservice.internal.declaration.PlaceholderNames;
import io.github.managedservice.internal.declaration.PlaceholderNames.PeerReference;
import io.github.managedservice.internal.declaration.Template;
import io.github.managedservice.internal.lifecycle.FailureReport;
import io.github.managedservice.internal.lifecycle.Peers;
import io.github.managedservice.internal.lifecycle.ServiceStarter;
import io.github.managedservice.internal.lifecycle.StartedService;
import io.github.managedservice.internal.lifecycle.Switches;
import io.github.managedservice.internal.lifecycle.VisibleService;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import io.github.managedservice.service.ServiceStopException;
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
 *
 * <p>For adapters to test frameworks; a test does not need it.
 *
 * @since 0.1.0
 */
public final class ServiceGroup implements AutoCloseable {

    private final String owner;
    private final Optional<ServiceGroup> enclosing;
    private final DeclaredServices declared;

    /** Who starts and stops the services instead. */
    private final Optional<SharedServices> shared;

    /** Whom each service needs, of this group. */
    private final Map<String, Set<String>> needed;

    private final Map<String, VisibleService> started = new ConcurrentHashMap<>();
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

    /**
     * Checks the declarations of a group; starts nothing.
     *
     * @param owner whose services they are, usually the name of a test class: the folder of their logs; may be empty
     * @param specs the services
     * @param enclosing a group whose services may be mentioned too, and are started first
     * @return the group
     * @throws IllegalArgumentException if names are used twice, or dependencies or placeholders are not known; the message
     *     tells them all
     */
    public static ServiceGroup of(String owner, List<ServiceSpec> specs, Optional<ServiceGroup> enclosing) {
        Mistakes mistakes = new Mistakes();
        List<Declaration> declarations =
                specs.stream().map(ServiceSpec::declaration).toList();
        DeclaredServices declared = DeclaredServices.of(declarations, enclosing.map(ServiceGroup::declared), mistakes);
        mistakes.throwIfAny("", IllegalArgumentException::new);
        return of(owner, declared, enclosing);
    }

    /**
     * Makes a group of declarations that were checked; starts nothing.
     *
     * @param owner as for the other
     * @param declared in which there was no mistake
     * @param enclosing the group in whose declarations they were checked
     * @return the group
     */
    public static ServiceGroup of(String owner, DeclaredServices declared, Optional<ServiceGroup> enclosing) {
        return new ServiceGroup(owner, declared, enclosing, Optional.empty());
    }

    /** Makes a group of services that belong to no owner, and that somebody else starts once for many groups. */
    static ServiceGroup sharing(SharedServices shared, DeclaredServices declared, Optional<ServiceGroup> enclosing) {
        ServiceGroup group = new ServiceGroup("", declared, enclosing, Optional.of(shared));
        // What others have started is seen before the rest starts, which may need one that has crashed since.
        declared.order()
                .forEach(
                        spec -> shared.find(spec.name()).ifPresent(service -> group.started.put(spec.name(), service)));
        return group;
    }

    /**
     * Returns how the visible services are declared.
     *
     * @return the declarations of this group, in those of the enclosing one
     */
    public DeclaredServices declared() {
        return declared;
    }

    /**
     * Starts the services, each after those it depends on, and independent ones at the same time; does nothing if that was
     * done before. If one fails, all are stopped.
     *
     * @throws IllegalArgumentException if a switch among the system properties has no value that can be meant
     * @throws ServiceStartException if one did not become ready; every later call throws the same
     */
    public void start() {
        start(Switches.ofSystemProperties(declared.names()));
    }

    /**
     * Does the same as {@link #start()}, with switches from elsewhere.
     *
     * @param switches what is switched from outside
     * @throws ServiceStartException if one did not become ready; every later call throws the same
     */
    public synchronized void start(Switches switches) {
        if (startFailure != null) {
            throw startFailure;
        }
        if (begun) {
            return;
        }
        begun = true;
        try {
            SideBySide.untilFailure("start", needed, name -> start(name, switches));
        } catch (RuntimeException e) {
            startFailure = e;
            stopAfter(e);
            throw e;
        }
    }

    /**
     * Tells whether services of this group are still to be started.
     *
     * @return false if they run already, or have crashed
     */
    public boolean isIncomplete() {
        return !started.keySet().containsAll(needed.keySet());
    }

    private void start(String name, Switches switches) {
        Declaration spec = declared.order().stream()
                .filter(its -> its.name().equals(name))
                .findFirst()
                .orElseThrow();
        Supplier<VisibleService> start = () -> ServiceStarter.start(spec, owner, new VisibleServices(), switches);
        try {
            started.put(
                    name,
                    shared.map(services -> services.get(name, needed.getOrDefault(name, Set.of()), start))
                            .orElseGet(start));
        } catch (ServiceStartException e) {
            throw FailureReport.keeping(e, dependents(name));
        }
    }

    /** Who needs a service, itself or by way of others, in the order in which they would be started. */
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

    /**
     * Returns the names of the services that are visible here.
     *
     * @return those of the enclosing group first
     */
    public Set<String> names() {
        return declared.names();
    }

    /**
     * Finds a service, of this group or else of the enclosing one.
     *
     * @param name its name
     * @return the service, if it was started
     */
    public Optional<RunningService> find(String name) {
        return findStarted(name).map(service -> service);
    }

    private Optional<VisibleService> findStarted(String name) {
        VisibleService own = started.get(name);
        return own != null ? Optional.of(own) : enclosing.flatMap(group -> group.findStarted(name));
    }

    /**
     * Fills the placeholders of a text with what is known of the visible services.
     *
     * @param template a text in which services are mentioned by name; with only one service its name may be left out
     * @return the text with every placeholder replaced
     * @throws IllegalArgumentException if a placeholder is not known; the message lists the known ones
     */
    public String value(String template) {
        Set<String> names = names();
        Optional<VisibleService> only =
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

    /**
     * Finds what is known of a visible service now.
     *
     * @param name the service's name, a dot, and what is meant: <code>redis.port</code>, <code>redis.port.NAME</code>,
     *     <code>redis.host</code>, or a group of its ready pattern
     * @return the value, if that service was started and has it
     */
    public Optional<String> findValue(String name) {
        return PeerReference.of(name, names())
                .flatMap(peer -> findStarted(peer.service())
                        .flatMap(service -> service.placeholders().shared(peer.rest())));
    }

    /**
     * Hides the secrets of the visible services.
     *
     * @param text what is to be shown
     * @return the text without their values
     */
    public String masked(String text) {
        String masked = SecretMask.NO_VALUES.text(text);
        for (StartedService service : startedServices()) {
            masked = service.mask().text(masked);
        }
        return masked;
    }

    /** Those that run here and not elsewhere, of the enclosing group first. */
    List<StartedService> startedServices() {
        return names().stream()
                .flatMap(name -> findStarted(name).stream())
                .filter(StartedService.class::isInstance)
                .map(StartedService.class::cast)
                .toList();
    }

    /**
     * Has something done when the services are about to be stopped, while they still answer.
     *
     * @param end ends what uses them
     */
    public void beforeStop(Runnable end) {
        shared.ifPresentOrElse(services -> services.beforeStop(end), () -> users.add(end));
    }

    /**
     * Stops the services, each after those that need it, and independent ones at the same time. All are stopped, whatever
     * happens to one. Does nothing to services that are shared.
     *
     * @throws ServiceStopException the first failure, the others suppressed
     */
    @Override
    public void close() {
        if (shared.isEmpty()) {
            users.endBefore(() -> stop(started, needed));
        }
    }

    /** Stops services, of which each is given with those that it needs. */
    static void stop(Map<String, VisibleService> services, Map<String, Set<String>> needed) {
        Map<String, Set<String>> needing = new LinkedHashMap<>();
        for (String name : services.keySet()) {
            needing.put(
                    name,
                    services.keySet().stream()
                            .filter(other ->
                                    needed.getOrDefault(other, Set.of()).contains(name))
                            .collect(Collectors.toSet()));
        }
        SideBySide.all(
                "stop",
                needing,
                name -> Objects.requireNonNull(services.get(name)).stop());
    }

    /** What the placeholders of this group's services may mention. */
    private final class VisibleServices implements Peers {
        @Override
        public Set<String> names() {
            return ServiceGroup.this.names();
        }

        @Override
        public Optional<VisibleService> find(String name) {
            return findStarted(name);
        }
    }
}
