package io.github.managedservice;

import io.github.managedservice.service.Switches;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Warns at the end of a session of switches that were of no service: only then are all services known.
 *
 * @param configured the names in JUnit's configuration file
 * @param seen the names of the services that there were
 */
record ServiceNames(Set<String> configured, Set<String> seen) implements StoredResource {

    static ServiceNames of(ExtensionContext context) {
        return Stores.ofSession(
                context,
                ServiceNames.class,
                () -> new ServiceNames(ConfigurationFile.names(), ConcurrentHashMap.newKeySet()));
    }

    @Override
    public void close() {
        Switches.warnOfSlips(configured, seen);
    }
}
