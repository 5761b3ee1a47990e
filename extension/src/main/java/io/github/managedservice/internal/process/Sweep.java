package io.github.managedservice.internal.process;

/** Looks for what other runs have left, on a thread of its own. */
final class Sweep {

    /** A look into a folder takes milliseconds, unless it is on a file system that hangs. */
    private static final long LIMIT_MILLIS = 5000;

    private final Thread end;
    private final Thread sweep;

    private Sweep(Runnable look) {
        this.sweep = new Thread(() -> run(look), "managed-service-sweep");
        this.end = new Thread(() -> await(sweep), "managed-service-sweep-end");
    }

    /** Begins. A run that is over before waits for it at its end. */
    static void start(Runnable look) {
        Sweep begun = new Sweep(look);
        begun.sweep.setDaemon(true);
        begun.addHook();
        try {
            begun.sweep.start();
        } catch (OutOfMemoryError noThread) {
            // A later run looks again.
            begun.removeHook();
        }
    }

    private void run(Runnable look) {
        try {
            look.run();
        } finally {
            removeHook();
        }
    }

    private void addHook() {
        try {
            Runtime.getRuntime().addShutdownHook(end);
        } catch (IllegalStateException isTheEnd) {
            // Then it may be cut short, and the next run looks again.
        }
    }

    /** It would keep our class loader for as long as the JVM lives. */
    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException isTheEnd) {
            // It is at work.
        }
    }

    private static void await(Thread sweep) {
        try {
            sweep.join(LIMIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
