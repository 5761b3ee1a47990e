package io.github.managedservice.guarantee.run;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Interrupts the thread that runs the tests, again and again from the moment the harness says so. */
final class Interruption implements BeforeAllCallback {

    private static final int TIMES = 40;
    private static final long PAUSE_NANOS = 5_000_000;

    @Override
    public void beforeAll(ExtensionContext context) {
        Thread tests = Thread.currentThread();
        Thread thread = new Thread(() -> interrupt(tests), "guarantee-interruption");
        thread.setDaemon(true);
        thread.start();
    }

    private static void interrupt(Thread tests) {
        RoundFiles.awaitOrder();
        for (int time = 0; time < TIMES; time++) {
            tests.interrupt();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
