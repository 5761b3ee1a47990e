package io.github.managedservice;

import io.github.managedservice.internal.lifecycle.Switches;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Warns at the end of a session of switches that were of no service: only then are all services known. */
record SwitchNames(Set<String> configured, Set<String> services) implements StoredResource {

    private static final String FILE = "junit-platform.properties";

    static SwitchNames of(ExtensionContext context) {
        return Stores.ofSession(
                context, SwitchNames.class, key -> new SwitchNames(inFile(), ConcurrentHashMap.newKeySet()));
    }

    /** JUnit reads the first file of the class path, and does not list its names. None where it cannot be read, because JUnit says so. */
    private static Set<String> inFile() {
        URL file = loader().getResource(FILE);
        if (file == null) {
            return Set.of();
        }
        Properties parameters = new Properties();
        try {
            URLConnection connection = file.openConnection();
            // A cached jar could not be replaced by the next build.
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                parameters.load(in);
            }
        } catch (IOException | IllegalArgumentException e) {
            return Set.of();
        }
        return parameters.stringPropertyNames();
    }

    private static ClassLoader loader() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return ofThread == null ? ClassLoader.getSystemClassLoader() : ofThread;
    }

    @Override
    public void close() {
        Switches.warnOfSlips(configured, services);
    }
}
