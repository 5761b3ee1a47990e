package io.github.managedservice;

import io.github.managedservice.internal.declaration.DeclaredServices;
import io.github.managedservice.internal.group.ReportedFailures;
import io.github.managedservice.internal.group.ServiceGroup;
import io.github.managedservice.internal.group.ServiceObservation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * How far the extensions have come in one JUnit context, a test class or a test. Each of them {@linkplain #enter enters} it,
 * {@linkplain #begin begins} it once, and then {@linkplain #started has started} its services. The first to enter leads, there
 * and in all contexts inside: it alone resolves parameters, fills fields and {@linkplain #observe observes}.
 */
final class ContextState {

    private static final Namespace NAMESPACE = Namespace.create(ContextState.class);

    private final Optional<ContextState> around;
    private final Optional<Class<?>> testClass;

    /** Identifies the services of one class. A Spring context, which may live as long as the JVM, holds this and not the state. */
    private final Object token = new Object();

    // All that follows is guarded by this. A state asks those around it, never those inside.

    /** In the order in which JUnit calls them. */
    private final List<Extension> entered = new ArrayList<>();

    private final Set<Extension> begun = new HashSet<>();
    private final Map<Extension, DeclaredGroup> forEachTest = new HashMap<>();
    private final Map<Extension, ServiceGroup> started = new HashMap<>();
    private @Nullable Visible visible;
    private @Nullable ServiceObservation observed;
    private @Nullable ReportedFailures failures;

    /** The services that a context sees. */
    record Visible(ServiceGroup group, Injector injector) {}

    ContextState(Optional<ContextState> around, Optional<Class<?>> testClass) {
        this.around = around;
        this.testClass = testClass;
    }

    static ContextState of(ExtensionContext context) {
        Store store = context.getStore(NAMESPACE);
        // A store finds what those around it have, so the id of a context is the key of its state.
        String id = context.getUniqueId();
        ContextState known = store.get(id, ContextState.class);
        if (known != null) {
            return known;
        }
        ContextState state = new ContextState(around(context), context.getTestClass());
        return (ContextState) Stores.computeIfAbsent(store, id, key -> state);
    }

    /** The root is shared by all classes, so it has no state. */
    private static Optional<ContextState> around(ExtensionContext context) {
        ExtensionContext outer = context.getParent().orElse(context);
        return outer == context.getRoot() ? Optional.empty() : Optional.of(of(outer));
    }

    /** That of a test's class. The invocations of a class template share that of the template. */
    ContextState ofClass() {
        return around.isPresent() && around.get().testClass.equals(testClass)
                ? around.get().ofClass()
                : this;
    }

    Object token() {
        return token;
    }

    /** Adds an extension, if it is not there. True for the first. */
    synchronized boolean enter(Extension extension) {
        boolean first = entered.isEmpty();
        if (!entered.contains(extension)) {
            entered.add(extension);
        }
        return first;
    }

    synchronized List<Extension> entered() {
        return List.copyOf(entered);
    }

    /** Whether an extension was the first to enter the outermost of this context and those around it that was entered. */
    boolean isFirst(Extension extension) {
        Optional<Extension> leader = leader();
        return leader.isPresent() && leader.get() == extension;
    }

    private synchronized Optional<Extension> leader() {
        Optional<Extension> outer = around.isPresent() ? around.get().leader() : Optional.empty();
        return outer.isPresent() || entered.isEmpty() ? outer : Optional.of(entered.get(0));
    }

    /** True the first time. */
    synchronized boolean begin(Extension extension) {
        return begun.add(extension);
    }

    synchronized boolean isBegun(Extension extension) {
        return begun.contains(extension);
    }

    /** Whether all extensions that have entered have begun. */
    synchronized boolean isComplete() {
        return begun.containsAll(entered);
    }

    /** For this class, instead of what the extension starts for tests of the classes around. */
    synchronized void declareForEachTest(Extension extension, DeclaredGroup services) {
        forEachTest.put(extension, services);
    }

    /** What an extension starts for each test, where that was decided for a class. */
    synchronized Optional<DeclaredGroup> forEachTest(Extension extension) {
        DeclaredGroup own = forEachTest.get(extension);
        return own == null && around.isPresent() ? around.get().forEachTest(extension) : Optional.ofNullable(own);
    }

    /** Makes services visible that an extension starts for this context. */
    synchronized void started(Extension extension, Visible services) {
        started.put(extension, services.group);
        visible = services;
    }

    /** What an extension has started for this context, or else for the nearest around it; not all that is visible there. */
    synchronized Optional<ServiceGroup> startedBy(Extension extension) {
        ServiceGroup own = started.get(extension);
        return own == null && around.isPresent() ? around.get().startedBy(extension) : Optional.ofNullable(own);
    }

    synchronized Optional<Visible> visible() {
        return visible == null && around.isPresent() ? around.get().visible() : Optional.ofNullable(visible);
    }

    Optional<ServiceGroup> group() {
        Optional<Visible> seen = visible();
        return seen.isPresent() ? Optional.of(seen.get().group) : Optional.empty();
    }

    Optional<Injector> injector() {
        Optional<Visible> seen = visible();
        return seen.isPresent() ? Optional.of(seen.get().injector) : Optional.empty();
    }

    Optional<DeclaredServices> declared() {
        Optional<ServiceGroup> group = group();
        return group.isPresent() ? Optional.of(group.get().declared()) : Optional.empty();
    }

    /** Begins to observe what this context sees from now on. */
    ServiceObservation observation(ExtensionContext context) {
        return ServiceObservation.of(() -> TestName.of(context), this::group);
    }

    /** Keeps the observation of this test or class. */
    synchronized void observe(ServiceObservation observation) {
        observed = observation;
    }

    /** The observation of this context, not of one around it; empty for an extension that does not lead. */
    synchronized Optional<ServiceObservation> observed(Extension extension) {
        return isFirst(extension) ? Optional.ofNullable(observed) : Optional.empty();
    }

    /** The failed starts of the outermost class. Its tests would all fail for the same reason. */
    synchronized ReportedFailures failures() {
        if (around.isPresent()) {
            return around.get().failures();
        }
        if (failures == null) {
            failures = new ReportedFailures();
        }
        return failures;
    }
}
