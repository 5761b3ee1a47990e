package io.github.managedservice;

import io.github.managedservice.service.Switches;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Warns at the end of a session of switches that were of no service: only then are all services known.
 *
 * @param seen the names of those that there were
 */
record ServiceNames(Set<String> seen) implements StoredResource {

    private static final Logger LOGGER = System.getLogger("io.github.managedservice");
    private static final Namespace NAMESPACE = Namespace.create(ServiceNames.class);

    static void add(ExtensionContext context, Set<String> names) {
        ServiceNames all = (ServiceNames) Stores.computeIfAbsent(
                Stores.widest(context, NAMESPACE),
                ServiceNames.class,
                key -> new ServiceNames(ConcurrentHashMap.newKeySet()));
        all.seen.addAll(names);
    }

    @Override
    public void close() {
        Switches.slips(seen).forEach(slip -> LOGGER.log(Level.WARNING, slip));
    }
}
