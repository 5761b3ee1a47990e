package io.github.managedservice;

import io.github.managedservice.service.Declaration;
import io.github.managedservice.service.ReportedFailures;
import io.github.managedservice.service.ServiceGroup;
import io.github.managedservice.service.ServiceObservation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Lets a JUnit store close the services of its context.
 *
 * @param group the services of this context, which see those of the contexts around it
 * @param closed is told afterwards
 */
record StoredServices(ServiceGroup group, Runnable closed) implements StoredResource {

    private static final Namespace NAMESPACE = Namespace.create(StoredServices.class);
    private static final String VISIBLE = "visible";

    /** What is visible in a context: its own, else that of the nearest context around it. */
    static Optional<ServiceGroup> visible(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(VISIBLE, Visible.class)).map(Visible::group);
    }

    /** What an extension has started for a context, else for the nearest around it; not all that is visible there. */
    static Optional<ServiceGroup> startedBy(ManagedServiceExtension extension, ExtensionContext context) {
        return Optional.ofNullable(store(context).get(new Key(extension, Visible.class), Visible.class))
                .map(Visible::group);
    }

    /**
     * Makes a group, which sees the one that was visible before, the visible one of a context, and closes it with that.
     *
     * @param closed is told afterwards
     */
    static void put(ExtensionContext context, ManagedServiceExtension extension, ServiceGroup group, Runnable closed) {
        // Each under a key of its own: a store does not close what is replaced in it.
        store(context).put(group, new StoredServices(group, closed));
        store(context).put(VISIBLE, new Visible(group));
        store(context).put(new Key(extension, Visible.class), new Visible(group));
    }

    /** Begins the observation of a context's test or class. */
    static ServiceObservation observe(ExtensionContext context) {
        ServiceObservation observation = observation(context);
        store(context).put(context.getUniqueId(), observation);
        return observation;
    }

    static ServiceObservation observation(ExtensionContext context) {
        return ServiceObservation.of(() -> TestName.of(context), () -> visible(context));
    }

    /** That of this context itself, and not of one around it; empty for an extension that does not lead. */
    static Optional<ServiceObservation> observed(ExtensionContext context, Extension extension) {
        return leads(context, extension)
                ? Optional.ofNullable(store(context).get(context.getUniqueId(), ServiceObservation.class))
                : Optional.empty();
    }

    /** Of several extensions of one context only the first resolves parameters, or JUnit reports a competition, and watches. */
    static boolean leads(ExtensionContext context, Extension extension) {
        return Stores.computeIfAbsent(store(context), "resolver", key -> extension) == extension;
    }

    /**
     * Notes that an extension has begun with a class, or with a test by its id: a store finds what the contexts around it
     * have, too. True the first time.
     */
    static boolean begin(ExtensionContext context, ManagedServiceExtension extension, Object subject) {
        Object token = new Object();
        return Stores.computeIfAbsent(store(context), new Key(extension, subject), key -> token) == token;
    }

    static boolean isBegun(ExtensionContext context, ManagedServiceExtension extension, Object subject) {
        return store(context).get(new Key(extension, subject)) != null;
    }

    /** The failed starts of a class, which each of its tests would have for the same reason. */
    static ReportedFailures failures(ExtensionContext context) {
        Store ofClass = store(TestClassContext.outermost(context));
        return (ReportedFailures)
                Stores.computeIfAbsent(ofClass, ReportedFailures.class, key -> new ReportedFailures());
    }

    /** Keeps what an extension starts for each test of this context's class, instead of that of the classes around it. */
    static void putForEachTest(ExtensionContext context, ManagedServiceExtension extension, List<Declaration> specs) {
        store(context).put(new Key(extension, ForEachTest.class), new ForEachTest(specs));
    }

    /** What an extension starts for each test, where that was decided for a class. */
    static Optional<List<Declaration>> forEachTest(ExtensionContext context, ManagedServiceExtension extension) {
        return Optional.ofNullable(store(context).get(new Key(extension, ForEachTest.class), ForEachTest.class))
                .map(ForEachTest::specs);
    }

    /** What belongs to one extension: of the several that a class may have, each decides for itself. */
    private record Key(ManagedServiceExtension extension, Object subject) {}

    /** No resource, which a store would close twice. */
    private record Visible(ServiceGroup group) {}

    private record ForEachTest(List<Declaration> specs) {}

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    @Override
    public void close() {
        try {
            group.close();
        } finally {
            closed.run();
        }
    }
}
