package io.github.managedservice;

import io.github.managedservice.service.ServiceGroup;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Lets a JUnit store close the services of its context. Both interfaces are needed: JUnit before 5.13 closes a
 * {@code CloseableResource} only, later versions deprecate it.
 *
 * @param group the services of this context, which see those of the contexts around it
 */
@SuppressWarnings("deprecation")
record StoredServices(ServiceGroup group) implements Store.CloseableResource, AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(StoredServices.class);
    private static final String SERVICES = "services";

    /** What is visible in a context: its own, else that of the nearest context around it. */
    static Optional<ServiceGroup> visible(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(SERVICES, StoredServices.class))
                .map(StoredServices::group);
    }

    static void put(ExtensionContext context, ServiceGroup group) {
        store(context).put(SERVICES, new StoredServices(group));
    }

    /** Of several extensions of one context only the first resolves parameters, or JUnit reports a competition. */
    static boolean isResolver(ExtensionContext context, ManagedServiceExtension extension) {
        return store(context).getOrComputeIfAbsent("resolver", key -> extension) == extension;
    }

    /** True the first time it is asked for a class or method. */
    static boolean isNew(ExtensionContext context, ManagedServiceExtension extension, Object owner) {
        Object token = new Object();
        return store(context).getOrComputeIfAbsent(extension.hashCode() + "@" + owner, key -> token) == token;
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    @Override
    public void close() {
        group.close();
    }
}
