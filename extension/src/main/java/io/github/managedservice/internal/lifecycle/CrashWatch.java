package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.service.ServiceExit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Notices when a service that was ready ends unexpectedly. */
public final class CrashWatch {

    private final String service;
    private final OutputServiceLog log;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();

    /** The last one that became ready. Guarded by this. */
    private @Nullable ServiceRun last;

    /** Guarded by this. */
    private @Nullable Crash latest;

    CrashWatch(String service, OutputServiceLog log) {
        this.service = service;
        this.log = log;
    }

    // The future that the continuation makes has no result.
    @SuppressWarnings("FutureReturnValueIgnored")
    void follow(ServiceRun run) {
        synchronized (this) {
            note();
            last = run;
        }
        run.onExit().thenAccept(exit -> {
            if (!exit.expected()) {
                listeners.forEach(Runnable::run);
            }
        });
    }

    /** Finds a crash since which the service has not been back, or one that happened while the test ran. */
    public synchronized Optional<Crash> find(long beganNanos) {
        note();
        return Optional.ofNullable(latest).filter(crash -> isLast(crash) || crash.endedAtNanos() - beganNanos >= 0);
    }

    private boolean isLast(Crash crash) {
        return last != null && crash.isOf(last);
    }

    // A thread that has seen the exit may ask before the listeners are called.
    private void note() {
        if (last == null || (latest != null && isLast(latest))) {
            return;
        }
        ServiceExit exit = last.onExit().getNow(null);
        if (exit != null && !exit.expected()) {
            latest = new Crash(service, last, exit, log);
        }
    }

    /** Calls this at each crash, on a thread that must not be held up. */
    public void add(Runnable listener) {
        listeners.add(listener);
    }

    public void remove(Runnable listener) {
        listeners.remove(listener);
    }
}
