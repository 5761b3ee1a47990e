package io.github.managedservice;

import io.github.managedservice.service.Switches;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Warns at the end of a session of switches that were of no service: only then are all services known.
 *
 * @param configured the names in JUnit's configuration file
 * @param seen the names of the services that there were
 */
record ServiceNames(Set<String> configured, Set<String> seen) implements StoredResource {

    private static final Namespace NAMESPACE = Namespace.create(ServiceNames.class);

    static ServiceNames of(ExtensionContext context) {
        return (ServiceNames) Stores.computeIfAbsent(
                Stores.widest(context, NAMESPACE),
                ServiceNames.class,
                key -> new ServiceNames(ConfigurationFile.names(), ConcurrentHashMap.newKeySet()));
    }

    @Override
    public void close() {
        Switches.warnOfSlips(configured, seen);
    }
}
