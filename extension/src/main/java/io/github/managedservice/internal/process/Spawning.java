package io.github.managedservice.internal.process;

import java.io.IOException;

/**
 * Spawns processes without a trace of who asked for it.
 *
 * <p>The JDK has a thread wait for each process, and keeps it for the next one for a minute after that. It inherits the
 * context class loader of the thread that spawns (JDK 17), that of a test for instance, which so could not be collected
 * when its run is over.
 */
final class Spawning {

    private Spawning() {}

    static Process start(ProcessBuilder builder) throws IOException {
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
