package io.github.managedservice.internal.group;

import io.github.managedservice.internal.lifecycle.Crash;
import io.github.managedservice.internal.lifecycle.CrashWatch;
import io.github.managedservice.internal.lifecycle.StartedService;
import io.github.managedservice.service.ServiceCrashedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What happens to services during one test. Begins when it is made. */
public final class ServiceObservation {

    /** Usually 1 to 5 ms; 50 ms were once too short on an overloaded machine. Only failed tests wait. */
    private static final Duration EXIT_SEEN = Duration.ofMillis(200);

    private static final Duration EXIT_KNOWN = Duration.ofSeconds(10);

    /** Made when needed, because most tests pass. */
    private final Supplier<String> test;

    private final Supplier<Optional<ServiceGroup>> visible;
    private final long beganNanos = System.nanoTime();
    private final Map<StartedService, Long> positions = new HashMap<>();

    /** Guarded by this. */
    private final Set<Crash> told = new HashSet<>();

    /** Guarded by this. */
    private @Nullable ServiceCrashedException failure;

    /** The visible services are asked for each time, because some are started for the test. */
    private ServiceObservation(Supplier<String> test, Supplier<Optional<ServiceGroup>> visible) {
        this.test = test;
        this.visible = visible;
        for (StartedService service : services()) {
            positions.put(service, service.output().position());
        }
    }

    @FunctionalInterface
    public interface Body {

        void run() throws Throwable;
    }

    public static ServiceObservation of(Supplier<String> test, Supplier<Optional<ServiceGroup>> visible) {
        return new ServiceObservation(test, visible);
    }

    /**
     * Runs a part of the test on this thread, and interrupts it when a service crashes. No interrupt is left behind.
     * Where a service is dead already, its crash is thrown instead.
     */
    public void whileAlive(Body body) throws Throwable {
        run(body, true);
    }

    /** The same without that exception, where a test cleans up. */
    public void whileEnding(Body body) throws Throwable {
        run(body, false);
    }

    private void run(Body body, boolean onlyWhileAlive) throws Throwable {
        CrashInterrupt armed = CrashInterrupt.arm(watches());
        try {
            if (onlyWhileAlive) {
                // Only once the interrupt is armed, so that no crash is missed.
                requireAlive();
            }
            body.run();
        } finally {
            armed.disarm();
        }
    }

    /** Throws the first crash, with the others suppressed, of a service that is dead or crashed during the test. */
    public void requireAlive() {
        Optional<ServiceCrashedException> crash = crash();
        if (crash.isPresent()) {
            throw crash.get();
        }
    }

    /** Throws where no test has reported a crash yet. */
    public void requireNoUntoldCrash() {
        for (Crash crash : crashes()) {
            if (!crash.isTold()) {
                requireAlive();
                return;
            }
        }
    }

    /**
     * Returns the crash behind a failure, with that suppressed, or the failure itself. Waits a moment for a crash,
     * because a connection breaks before its process is seen to end.
     */
    public Throwable explain(Throwable thrown) {
        Optional<ServiceCrashedException> crash = crash().or(this::awaitCrash);
        if (crash.isEmpty()
                || crash.get() == thrown
                || List.of(thrown.getSuppressed()).contains(crash.get())) {
            return thrown;
        }
        crash.get().addSuppressed(thrown);
        return crash.get();
    }

    private Optional<ServiceCrashedException> awaitCrash() {
        CountDownLatch crashed = new CountDownLatch(1);
        Runnable listener = crashed::countDown;
        List<CrashWatch> watches = watches();
        watches.forEach(watch -> watch.add(listener));
        try {
            // One that came before anybody listened is found by asking.
            Optional<ServiceCrashedException> before = crash();
            return before.isEmpty() && !watches.isEmpty() && isSeen(crashed) ? crash() : before;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            watches.forEach(watch -> watch.remove(listener));
        }
    }

    /** A process that has ended may still wait for the thread that reads its exit code. */
    private boolean isSeen(CountDownLatch crashed) throws InterruptedException {
        return crashed.await(EXIT_SEEN.toMillis(), TimeUnit.MILLISECONDS)
                || (services().stream().anyMatch(StartedService::isEnding)
                        && crashed.await(EXIT_KNOWN.toMillis(), TimeUnit.MILLISECONDS));
    }

    private synchronized Optional<ServiceCrashedException> crash() {
        for (Crash crash : crashes()) {
            if (told.add(crash)) {
                add(crash.report(test.get(), beganNanos));
            }
        }
        return Optional.ofNullable(failure);
    }

    private void add(ServiceCrashedException next) {
        if (failure == null) {
            failure = next;
        } else {
            failure.addSuppressed(next);
        }
    }

    /** In the order in which they happened: one that dies often takes others with it. */
    private List<Crash> crashes() {
        List<Crash> crashes = new ArrayList<>();
        for (CrashWatch watch : watches()) {
            Optional<Crash> crash = watch.find(beganNanos);
            if (crash.isPresent()) {
                crashes.add(crash.get());
            }
        }
        if (crashes.size() > 1) {
            crashes.sort(Comparator.comparingLong(crash -> crash.endedAtNanos() - beganNanos));
        }
        return crashes;
    }

    public List<ServiceOutput> output() {
        return services().stream()
                .map(service -> ServiceOutput.since(
                        positions.getOrDefault(service, 0L), service.name(), service.output(), service::mask))
                .filter(output -> output.size() > 0)
                .toList();
    }

    private List<CrashWatch> watches() {
        List<CrashWatch> watches = new ArrayList<>();
        for (StartedService service : services()) {
            watches.add(service.crashes());
        }
        return watches;
    }

    private List<StartedService> services() {
        Optional<ServiceGroup> group = visible.get();
        return group.isPresent() ? group.get().startedServices() : List.of();
    }
}
