package io.github.managedservice.internal.os;

import java.io.IOException;

/**
 * Starts processes without the caller's context class loader.
 *
 * <p>The JDK waits for each process on a thread that it keeps for another minute. The thread inherits the context class
 * loader of its creator (JDK 17), such as that of a test, which then could not be collected after its run.
 */
public final class Spawning {

    private Spawning() {}

    public static Process start(ProcessBuilder builder) throws IOException {
        Thread current = Thread.currentThread();
        ClassLoader own = current.getContextClassLoader();
        current.setContextClassLoader(null);
        try {
            return builder.start();
        } finally {
            current.setContextClassLoader(own);
        }
    }
}
