package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.ProcessValues;
import java.nio.file.Path;
import java.util.Optional;

/** Where a service can be found. */
public interface Whereabouts {

    /** The address on which it is reached. */
    String host();

    /** A port by the NAME in {@code ${port.NAME}}, which is empty for the service's own port. */
    Optional<Integer> port(String name);

    /** The class path of the tests, or a jar that stands for it. */
    default String classPath() {
        return ProcessValues.classPath();
    }

    /** The directory that a start has for itself. */
    Optional<Path> tempDir();
}
