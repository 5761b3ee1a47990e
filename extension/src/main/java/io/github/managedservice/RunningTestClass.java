package io.github.managedservice;

import io.github.managedservice.internal.group.ServiceGroup;
import io.github.managedservice.internal.testclass.RunningTestClasses;
import io.github.managedservice.internal.testclass.TestClassServices;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A test class from before all callbacks of its run until JUnit closes its context. Another extension whose turn comes before
 * ours, because its annotation does, can have the services started.
 */
final class RunningTestClass implements TestClassServices, StoredResource {

    private static final Namespace NAMESPACE = Namespace.create(RunningTestClass.class);

    private final ExtensionContext context;

    /** A service that other classes may have too. */
    private record OfSession(SessionServices session, ManagedService declared, int replacements) {}

    private RunningTestClass(ExtensionContext context) {
        this.context = context;
    }

    /** An extension enters a class, which others can find from then on; does nothing when that was done before. */
    static void enter(ExtensionContext context, ManagedServiceExtension extension) {
        if (ContextState.of(context).ofClass().enter(extension)) {
            RunningTestClass running = new RunningTestClass(context);
            context.getStore(NAMESPACE).put(running, running);
            RunningTestClasses.add(context.getRequiredTestClass(), running);
        }
    }

    @Override
    public Set<Object> identity() {
        Set<Object> identity = new HashSet<>();
        Optional<ExtensionContext> outer = Optional.of(context);
        while (outer.isPresent() && outer.get().getTestClass().isPresent()) {
            addIdentity(outer.get(), identity);
            outer = outer.get().getParent();
        }
        return Set.copyOf(identity);
    }

    private static void addIdentity(ExtensionContext context, Set<Object> identity) {
        Class<?> testClass = context.getRequiredTestClass();
        Object own = ContextState.of(context).ofClass().token();
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
    }

    @Override
    public synchronized ServiceGroup start() {
        RegisteredExtensions.of(context).forEach(extension -> extension.services.startForClass(context));
        return ContextState.of(context)
                .group()
                .orElseThrow(() -> new IllegalStateException(
                        "Class " + context.getRequiredTestClass().getName() + " has no services"));
    }

    @Override
    public void close() {
        RunningTestClasses.remove(context.getRequiredTestClass(), this);
    }
}
