package io.github.managedservice.internal.guard;

import io.github.managedservice.internal.log.LibraryLog;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.process.SpawnListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Ends the services of this JVM when the JVM has died before it could.
 *
 * <p>A process outside the JVM reads orders from a pipe. The JVM announces each service before it spawns it, so the list is
 * complete when the pipe ends, however the JVM died. An idle process ends, and is started again when needed.
 */
public final class Guard implements SpawnListener {

    private static final int STARTS = 5;
    private static final Duration SHORT_LIFE = Duration.ofSeconds(1);

    /** An idle process waits this long for a service, and no longer: its watching thread keeps a dropped class loader alive. */
    private static final Duration REST = Duration.ofSeconds(2);

    private static final Duration NO_LIMIT = Duration.ofDays(365);
    private static final Guard SHARED = new Guard(LedgerFolder.ofThisMachine());

    // The fields below are guarded by this.
    private final Map<ProcessMark, GuardedService> services = new LinkedHashMap<>();
    private final Map<Path, OwnDirectory> directories = new LinkedHashMap<>();
    private final Ledger ledger;
    private final Duration rest;
    private @Nullable GuardProcess process;
    private boolean watcherCountsDown;
    private long idleSince;
    private int startsLeft = STARTS;
    private boolean warned;

    Guard(LedgerFolder folder) {
        this(folder, REST);
    }

    Guard(LedgerFolder folder, Duration rest) {
        this.ledger = new Ledger(folder);
        this.rest = rest;
    }

    /** The only one of this JVM. Its process starts when it is first needed. */
    public static Guard shared() {
        return SHARED;
    }

    /** Starts the process ahead of the first service. Without a service it soon ends. */
    public synchronized void prepare() {
        if (process == null && isIdle()) {
            idleSince = System.nanoTime();
            ledger.begin();
            try {
                startProcess();
            } catch (IOException | OutOfMemoryError e) {
                // If a service follows, it tries again, and logs why it fails.
                ledger.delete();
            }
        }
    }

    /** Must return before the process is spawned. Without a stop command, the guard kills the service at once. */
    public synchronized void expect(ProcessMark mark, Optional<StopCommand> stopCommand) {
        GuardedService service = GuardedService.expected(mark, stopCommand);
        services.put(mark, service);
        ledger.write(service.announced());
        send(service.expect());
    }

    /** Saves the guard a search for the process of an announced service. */
    @Override
    public synchronized void started(ProcessMark mark, long pid, long startTicks) {
        GuardedService announced = services.get(mark);
        if (announced == null) {
            throw new IllegalStateException("The guard was not told to expect mark " + mark.cookie() + ".");
        }
        GuardedService service = announced.withProcess(pid, startTicks);
        services.put(mark, service);
        ledger.write(service.started());
        send(service.started());
    }

    /** From now on the stop command needs to run only once. */
    public synchronized void ready(ProcessMark mark) {
        GuardedService announced = services.get(mark);
        if (announced != null) {
            GuardedService service = announced.whenReady();
            services.put(mark, service);
            send(service.becameReady());
        }
    }

    /** The process has ended by itself; processes left in its session still belong to the service. */
    @Override
    public synchronized void left(ProcessMark mark, long ticks) {
        GuardedService announced = services.get(mark);
        if (announced != null) {
            GuardedService service = announced.whenLeft(ticks);
            services.put(mark, service);
            ledger.write(service.hasLeft());
            send(service.hasLeft());
        }
    }

    public synchronized void ended(ProcessMark mark) {
        GuardedService removed = services.remove(mark);
        if (removed != null) {
            forget(removed.ended());
        }
    }

    /** Must return before the directory, whose name is unique, is made. It is deleted when all services are gone. */
    public synchronized void created(Path directory) {
        OwnDirectory own = OwnDirectory.next(directory);
        directories.put(directory, own);
        try {
            ledger.write(own.created());
            send(own.created());
        } catch (Throwable e) {
            directories.remove(directory);
            throw e;
        }
    }

    public synchronized void deleted(Path directory) {
        OwnDirectory removed = directories.remove(directory);
        if (removed != null) {
            forget(removed.deleted());
        }
    }

    public synchronized OptionalLong pid() {
        return process == null ? OptionalLong.empty() : OptionalLong.of(process.pid());
    }

    private void forget(String order) {
        ledger.write(order);
        if (process != null) {
            send(order);
        }
        if (isIdle()) {
            idleSince = System.nanoTime();
            startsLeft = STARTS;
            if (process == null) {
                ledger.delete();
            } else if (!watcherCountsDown) {
                process.wakeWatcher();
            }
        }
    }

    private void send(String orders) {
        GuardProcess current = process;
        if (current == null || !current.isAlive()) {
            startAgain();
            return;
        }
        try {
            current.write(orders);
        } catch (IOException itWasKilled) {
            startAgain();
        }
    }

    private void startAgain() {
        process = null;
        if (isIdle() || startsLeft == 0) {
            return;
        }
        try {
            startProcess();
        } catch (IOException | OutOfMemoryError e) {
            // A service may run without a guard. The next order tries again, perhaps with more threads, processes or
            // memory.
            warn(e.getMessage());
        }
    }

    /** Starts a process and sends it everything. */
    private void startProcess() throws IOException {
        long begin = System.nanoTime();
        watcherCountsDown = false;
        GuardProcess started = GuardProcess.start(watched -> watch(watched, begin));
        startsLeft--;
        try {
            started.write(all());
            process = started;
        } finally {
            if (process == null) {
                started.kill();
            }
        }
        ledger.writeGuard(started.pid());
    }

    private String all() {
        StringBuilder orders = new StringBuilder(ledger.order());
        for (OwnDirectory own : directories.values()) {
            orders.append(own.created());
        }
        for (GuardedService service : services.values()) {
            orders.append(service.all());
        }
        return orders.toString();
    }

    private void watch(GuardProcess watched, long begin) {
        boolean lost = false;
        while (!lost && isNeeded(watched)) {
            try {
                lost = watched.awaitExit(untilRestIsOver());
            } catch (InterruptedException itIsIdle) {
                // From now on the wait also ends when the rest is over.
            }
        }
        if (lost) {
            replace(watched, begin);
        } else {
            watched.awaitEndOrKill();
        }
    }

    private boolean isIdle() {
        return services.isEmpty() && directories.isEmpty();
    }

    private synchronized Duration untilRestIsOver() {
        watcherCountsDown = isIdle();
        return watcherCountsDown ? rest.minusNanos(System.nanoTime() - idleSince) : NO_LIMIT;
    }

    /** Releases the process when there was nothing to guard for a while. */
    private synchronized boolean isNeeded(GuardProcess watched) {
        if (process != watched) {
            return false;
        }
        if (isIdle() && System.nanoTime() - idleSince >= rest.toNanos()) {
            process = null;
            ledger.delete();
            watched.end();
            return false;
        }
        return true;
    }

    private synchronized void replace(GuardProcess lost, long begin) {
        if (process != lost) {
            return;
        }
        if (System.nanoTime() - begin > SHORT_LIFE.toNanos()) {
            startsLeft = STARTS;
            warned = false;
        }
        if (startsLeft == 0) {
            warn("it ended as soon as it was started, " + STARTS + " times in a row");
        }
        startAgain();
    }

    private void warn(@Nullable String reason) {
        if (!warned) {
            warned = true;
            LibraryLog.warn("No guard process can be kept running, so services will outlive this JVM if it is killed or"
                    + " crashes: " + reason + ".");
        }
    }
}
