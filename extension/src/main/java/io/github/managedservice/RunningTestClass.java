package io.github.managedservice;

import io.github.managedservice.service.ServiceGroup;
import io.github.managedservice.testclass.RunningTestClasses;
import io.github.managedservice.testclass.TestClassServices;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A test class from before all callbacks of its run until JUnit closes its context. Another extension whose turn comes before
 * ours, because its annotation does, can have the services started.
 */
final class RunningTestClass implements TestClassServices, StoredResource {

    private static final Namespace NAMESPACE = Namespace.create(RunningTestClass.class);

    private final ExtensionContext context;
    private final Class<?> testClass;

    /** The annotations' own and those in fields, in the order in which JUnit calls them. */
    private final List<ManagedServiceExtension> extensions = new CopyOnWriteArrayList<>();

    /** Stands for the services that this run has alone. A context that Spring keeps for ever holds it, but not the run. */
    private final Object own = new Object();

    /** A service that other classes may have too. */
    private record OfSession(SessionServices session, ManagedService declared, int replacements) {}

    private RunningTestClass(ExtensionContext context) {
        this.context = context;
        this.testClass = context.getRequiredTestClass();
    }

    /** Makes a class known to those who look for it; does nothing when that was done before. */
    static void announce(ExtensionContext context, ManagedServiceExtension extension) {
        // No lambda: each costs a new JVM time, the first test waits, and most have no use for this.
        RunningTestClass running = find(context);
        if (running == null) {
            running = new RunningTestClass(context);
            store(context).put(running.testClass, running);
            RunningTestClasses.add(running.testClass, running);
        }
        if (!running.extensions.contains(extension)) {
            running.extensions.add(extension);
        }
    }

    /** The extensions that JUnit has called for a class so far, in its order. */
    static Stream<ManagedServiceExtension> extensions(ExtensionContext context) {
        RunningTestClass running = find(context);
        return running == null ? Stream.empty() : running.extensions.stream();
    }

    private static @Nullable RunningTestClass find(ExtensionContext context) {
        return store(context).get(context.getRequiredTestClass(), RunningTestClass.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    @Override
    public Set<Object> identity() {
        Set<Object> identity = new HashSet<>();
        enclosing().ifPresent(outer -> identity.addAll(outer.identity()));
        if (RegisteredExtensions.inStaticFieldOf(testClass)) {
            identity.add(own);
        }
        for (ManagedService declared : AnnotationSupport.findRepeatableAnnotations(testClass, ManagedService.class)) {
            switch (declared.scope()) {
                case METHOD -> {}
                case CLASS -> identity.add(own);
                case SESSION -> {
                    SessionServices session = SessionServices.of(context);
                    identity.add(new OfSession(session, declared, session.replacements(declared)));
                }
            }
        }
        return Set.copyOf(identity);
    }

    private Optional<RunningTestClass> enclosing() {
        return context.getParent()
                .filter(outer -> outer.getTestClass().isPresent())
                .flatMap(outer -> Optional.ofNullable(find(outer)));
    }

    @Override
    public synchronized ServiceGroup start() {
        extensions.forEach(extension -> extension.startForClass(context));
        return StoredServices.visible(context)
                .orElseThrow(() -> new IllegalStateException("Class " + testClass.getName() + " has no services"));
    }

    @Override
    public void close() {
        RunningTestClasses.remove(testClass, this);
    }
}
