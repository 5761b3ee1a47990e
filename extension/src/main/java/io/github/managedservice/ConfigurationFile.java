package io.github.managedservice;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Properties;
import java.util.Set;

/** JUnit's file of configuration parameters, whose names JUnit lists to nobody. */
final class ConfigurationFile {

    private static final String NAME = "junit-platform.properties";

    private ConfigurationFile() {}

    /** The names in the file that JUnit reads: the first of the class path. None where it cannot be read, for JUnit says so. */
    static Set<String> names() {
        URL file = loader().getResource(NAME);
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
}
