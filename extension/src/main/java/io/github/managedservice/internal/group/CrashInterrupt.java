package io.github.managedservice.internal.group;

import io.github.managedservice.internal.lifecycle.CrashWatch;
import java.util.List;

/**
 * Interrupts the thread that made it when a service crashes: once, and never after it was disarmed.
 */
final class CrashInterrupt implements Runnable {

    private final Thread thread = Thread.currentThread();
    private final List<CrashWatch> watches;

    /** Guarded by this. */
    private boolean disarmed;

    /** Guarded by this. */
    private boolean sent;

    private CrashInterrupt(List<CrashWatch> watches) {
        this.watches = watches;
    }

    static CrashInterrupt arm(List<CrashWatch> watches) {
        CrashInterrupt armed = new CrashInterrupt(watches);
        for (CrashWatch watch : watches) {
            watch.add(armed);
        }
        return armed;
    }

    @Override
    public synchronized void run() {
        if (!disarmed && !sent) {
            sent = true;
            thread.interrupt();
        }
    }

    /** Clears an interrupt that is still set. Another interrupt at the same time is lost, because both look the same. */
    void disarm() {
        for (CrashWatch watch : watches) {
            watch.remove(this);
        }
        synchronized (this) {
            disarmed = true;
            if (sent) {
                Thread.interrupted();
            }
        }
    }
}
