package io.github.managedservice.internal.process;

import io.github.managedservice.internal.log.LibraryLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ends the services of this JVM when the JVM has died before it could.
 *
 * <p>A process outside the JVM blocks on a pipe from it. It is told of each service before that is spawned, so end of
 * file, which comes however the JVM goes, finds it with a complete list. With an empty one it just ends.
 */
public final class Guard {

    private static final int STARTS = 5;
    private static final Duration SHORT_LIFE = Duration.ofSeconds(1);
    private static final Guard SHARED = new Guard(LedgerFolder.ofThisMachine());

    // All guarded by this.
    private final Map<ProcessMark, Ward> wards = new LinkedHashMap<>();
    private final Map<Path, OwnDirectory> directories = new LinkedHashMap<>();
    private final Ledger ledger;
    private @Nullable GuardProcess process;
    private int startsLeft = STARTS;

    Guard(LedgerFolder folder) {
        this.ledger = new Ledger(folder);
    }

    /**
     * Gives the guard of this JVM. Its process starts at first need.
     *
     * @return the only one
     */
    public static Guard shared() {
        return SHARED;
    }

    /**
     * Announces a service. Must return before its process is spawned, or a JVM that dies in between leaves it.
     *
     * @param mark what the service will carry
     * @param stopCommand what to run before the service is killed; without one it is killed at once
     */
    public synchronized void expect(ProcessMark mark, Optional<StopCommand> stopCommand) {
        Ward ward = Ward.expected(mark, stopCommand);
        wards.put(mark, ward);
        ledger.write(ward.announced());
        tell(ward.expect());
    }

    /**
     * Tells the process of an announced service, so that it can be ended without a search.
     *
     * @param mark what the service carries
     * @param pid its process
     * @param startTicks when that started, in clock ticks since boot
     */
    public synchronized void started(ProcessMark mark, long pid, long startTicks) {
        Ward announced = wards.get(mark);
        if (announced == null) {
            throw new IllegalStateException("The guard was not told to expect mark " + mark.cookie() + ".");
        }
        Ward ward = announced.withProcess(pid, startTicks);
        wards.put(mark, ward);
        ledger.write(ward.started());
        tell(ward.started());
    }

    /**
     * Tells that all of an announced service is there, so that its stop command need be run only once.
     *
     * @param mark what the service carries
     */
    public synchronized void ready(ProcessMark mark) {
        Ward announced = wards.get(mark);
        if (announced != null) {
            Ward ward = announced.whenReady();
            wards.put(mark, ward);
            tell(ward.becameReady());
        }
    }

    /**
     * Tells that the process of an announced service has ended by itself. What it left in its session is still the service's.
     *
     * @param mark what the service carries
     * @param ticks a moment after its end, in clock ticks since boot
     */
    public synchronized void left(ProcessMark mark, long ticks) {
        Ward announced = wards.get(mark);
        if (announced != null) {
            Ward ward = announced.whenLeft(ticks);
            wards.put(mark, ward);
            ledger.write(ward.hasLeft());
            tell(ward.hasLeft());
        }
    }

    /**
     * Tells that nothing is left of a service.
     *
     * @param mark what it carried
     */
    public synchronized void ended(ProcessMark mark) {
        Ward ward = wards.remove(mark);
        if (ward != null) {
            ledger.write(ward.ended());
            tellIfThere(ward.ended());
        }
    }

    /**
     * Announces a directory to be deleted with all it holds, once nothing is left of any service. Must return before the
     * directory is made, and its name must be nobody else's.
     *
     * @param directory its absolute path
     */
    public synchronized void created(Path directory) {
        OwnDirectory own = OwnDirectory.next(directory);
        directories.put(directory, own);
        ledger.write(own.created());
        tell(own.created());
    }

    /**
     * Tells that a directory is gone, or was never made.
     *
     * @param directory as announced
     */
    public synchronized void deleted(Path directory) {
        OwnDirectory own = directories.remove(directory);
        if (own != null) {
            ledger.write(own.deleted());
            tellIfThere(own.deleted());
        }
    }

    /**
     * Tells which process guards this JVM.
     *
     * @return its id; empty if it was not needed yet or cannot be started here
     */
    public synchronized OptionalLong pid() {
        return process == null ? OptionalLong.empty() : OptionalLong.of(process.pid());
    }

    private void tellIfThere(String orders) {
        if (process != null) {
            tell(orders);
        }
    }

    private void tell(String orders) {
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

    /** Starts a process and tells it all there is to know. */
    private void startAgain() {
        process = null;
        if ((wards.isEmpty() && directories.isEmpty()) || startsLeft == 0) {
            return;
        }
        startsLeft--;
        try {
            long begin = System.nanoTime();
            GuardProcess started = GuardProcess.start(lost -> replace(lost, begin));
            started.write(all());
            process = started;
            ProcessTable.ofThisPlatform()
                    .entry(started.pid())
                    .map(ProcessEntry::identity)
                    .ifPresent(ledger::writeGuard);
        } catch (IOException e) {
            giveUp(e.getMessage());
        }
    }

    private String all() {
        return ledger.order()
                + Stream.concat(
                                directories.values().stream().map(OwnDirectory::created),
                                wards.values().stream().map(Ward::all))
                        .collect(Collectors.joining());
    }

    private synchronized void replace(GuardProcess lost, long begin) {
        if (process != lost) {
            return;
        }
        if (System.nanoTime() - begin > SHORT_LIFE.toNanos()) {
            startsLeft = STARTS;
        }
        if (startsLeft == 0) {
            giveUp("it ended as soon as it was started, " + STARTS + " times in a row");
        }
        startAgain();
    }

    private void giveUp(@Nullable String reason) {
        startsLeft = 0;
        process = null;
        LibraryLog.warn("No guard process can be kept running, so services will outlive this JVM if it is killed or"
                + " crashes: " + reason + ".");
    }
}
