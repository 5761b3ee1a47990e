package io.github.managedservice.internal.guard;

/** Looks for services that other runs left, on a thread of its own. */
final class Sweep {

    /** A look takes milliseconds, unless the file system hangs. */
    private static final long LIMIT_MILLIS = 5000;

    private final Thread end;
    private final Thread sweep;

    private Sweep(Runnable look) {
        this.sweep = new Thread(() -> run(look), "managed-service-sweep");
        this.end = new Thread(() -> await(sweep), "managed-service-sweep-end");
    }

    /** A JVM that ends before the look is over waits for it. */
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
            // The look may be cut short; the next run looks again.
        }
    }

    /** The hook would keep the class loader for the life of the JVM. */
    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException isTheEnd) {
            // The hook runs already.
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
