package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.PlaceholderNames;
import io.github.managedservice.internal.file.Leftover;
import io.github.managedservice.internal.lifecycle.Placeholders.Peers;
import io.github.managedservice.internal.log.LibraryLog;
import io.github.managedservice.internal.os.Signals;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.process.TreeProcess;
import io.github.managedservice.internal.text.Durations;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.internal.time.Time;
import io.github.managedservice.service.ServiceException;
import io.github.managedservice.service.ServiceExit;
import io.github.managedservice.service.ServiceStartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A service from its start to its end: one process after another on the same ports, with the same log. */
public final class StartedService implements LiveService {

    /** Starts of a service whose port is taken each time. */
    private static final int TRIES = 3;

    private final Declaration spec;
    private final ServiceResources resources;
    private final Placeholders placeholders;
    private final OutputServiceLog log;
    private final Switches switches;
    private final CrashWatch crashes;
    private final Time time;

    /** Held while a run is started or ended. */
    private final ReentrantLock lifecycle = new ReentrantLock();

    private volatile @Nullable ServiceRun run;
    private volatile @Nullable AppliedProperties properties;
    private volatile boolean ready;
    private volatile boolean stopped;

    private StartedService(Declaration spec, ServiceResources resources, Peers peers, Switches switches, Time time) {
        this.time = time;
        this.spec = spec;
        this.resources = resources;
        this.placeholders = new Placeholders(spec, resources, peers);
        this.switches = switches;
        this.log = new OutputServiceLog(resources.log(), this);
        this.crashes = new CrashWatch(spec.name(), log);
    }

    /** Returns when the service is ready. */
    static StartedService start(Declaration spec, Path logFile, Peers peers, Switches switches, Time time) {
        // The service's own secrets appear nowhere yet.
        Supplier<SecretMask> ours = () -> SecretMask.of(switches.mask(), System.getenv(), List.of());
        StartedService service = of(spec, ServiceResources.claim(spec, logFile, ours, switches), peers, switches, time);
        try {
            service.beginOnFreePorts();
            service.ready = true;
            StopOnShutdown.add(service);
            return service;
        } catch (Throwable e) {
            throw service.brokenOff(e);
        }
    }

    private static StartedService of(
            Declaration spec, ServiceResources resources, Peers peers, Switches switches, Time time) {
        try {
            return new StartedService(spec, resources, peers, switches, time);
        } catch (Throwable e) {
            resources.close();
            throw FailureReport.noResources(spec.name(), resources.log().file(), e);
        }
    }

    /** Ends the service before it reports, because a report takes memory, which may be lacking. */
    private RuntimeException brokenOff(Throwable failure) {
        List<TreeProcess> survivors = List.of();
        List<Leftover> left;
        try {
            survivors = endUnlessEnded(failure);
        } finally {
            left = resources.close();
        }
        RuntimeException report = report(failure, survivors);
        if (!left.isEmpty()) {
            report.addSuppressed(FailureReport.notStopped(spec.name(), List.of(), left, log.file()));
        }
        return report;
    }

    /** A start that failed with a report has ended its process. One without memory or threads may not have. */
    private List<TreeProcess> endUnlessEnded(Throwable failure) {
        ServiceRun begun = run;
        if (begun == null || failure instanceof ServiceException) {
            return List.of();
        }
        begun.expectEnd();
        List<TreeProcess> survivors = begun.end();
        restoreProperties();
        return survivors;
    }

    private RuntimeException report(Throwable failure, List<TreeProcess> survivors) {
        return run == null || failure instanceof ServiceException
                ? FailureReport.noResources(spec.name(), log.file(), failure)
                : FailureReport.brokenOff(spec.name(), failure, FailureReport.masked(survivors, mask()), log.file());
    }

    /** Other processes may bind a port between its lease and the start of the service. */
    private void beginOnFreePorts() {
        long began = time.nanoTime();
        for (int tried = 1; ; tried++) {
            ServiceStart start = nextStart();
            try {
                begin(start, switches.timeout(spec).minusNanos(time.nanoTime() - began));
                return;
            } catch (ServiceStartException e) {
                if (tried == TRIES || stopped || start.portConflict().isEmpty() || !LeasedPorts.canMove(spec)) {
                    throw e;
                }
                LibraryLog.warn(
                        "Service '" + spec.name() + "' found its port taken and is started again on another one, "
                                + (tried + 1) + " of " + TRIES + ": "
                                + start.portConflict().get());
                resources.changePorts(spec);
                resources.log().reopen();
            }
        }
    }

    private ServiceStart nextStart() {
        placeholders.forgetCaptured();
        resources.restoreTempDir(spec);
        return new ServiceStart(this, ready, spec, placeholders, resources, switches, time);
    }

    private void begin(ServiceStart start, Duration limit) {
        ServiceRun spawned = start.spawn();
        run = spawned;
        start.announce(spawned);
        if (switches.forwardsLogs()) {
            // Only once there is a run, which knows what must not be shown.
            resources.forward(spec.name(), spawned.logStart(), mask());
        }
        properties = start.awaitReady(spawned, limit);
        crashes.follow(spawned);
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public long pid() {
        return run().pid();
    }

    @Override
    public boolean isRunning() {
        return run().isAlive();
    }

    @Override
    public String host() {
        return PlaceholderNames.LOOPBACK;
    }

    @Override
    public int port() {
        return captured("port")
                .map(this::parsePort)
                .or(resources.ports()::main)
                .orElseThrow(() -> new IllegalStateException(
                        "Service '" + spec.name() + "' has no port: " + Declaration.TO_HAVE_A_PORT));
    }

    private int parsePort(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    "Service '" + spec.name() + "' told no port: the group 'port' captured \"" + text + "\"", e);
        }
    }

    @Override
    public int port(String name) {
        return resources.ports().require(spec.name(), name);
    }

    @Override
    public Optional<String> captured(String group) {
        return placeholders.captured(group);
    }

    @Override
    public Placeholders placeholders() {
        return placeholders;
    }

    @Override
    public boolean isStopped() {
        return stopped;
    }

    @Override
    public OutputServiceLog log() {
        return log;
    }

    public OutputLog output() {
        return resources.log();
    }

    public boolean isEnding() {
        ServiceRun current = run;
        return current != null && !current.isAlive() && !current.onExit().isDone();
    }

    public CrashWatch crashes() {
        return crashes;
    }

    @Override
    public CompletableFuture<ServiceExit> onExit() {
        return run().onExit().copy();
    }

    @Override
    public void stop() {
        lifecycle.lock();
        try {
            if (stopped) {
                return;
            }
            long began = time.nanoTime();
            List<TreeProcess> left = endRun();
            stopped = true;
            StopOnShutdown.remove(this);
            requireGone(left, resources.close());
            LibraryLog.info("Service '" + spec.name() + "' stopped after "
                    + Durations.text(Duration.ofNanos(time.nanoTime() - began)));
        } finally {
            lifecycle.unlock();
        }
    }

    private List<TreeProcess> endRun() {
        ServiceRun current = run();
        current.expectEnd();
        restoreProperties();
        return new PoliteStop(spec, current, this::mask, time).end();
    }

    @Override
    public long logStart() {
        return run().logStart();
    }

    @Override
    public SecretMask mask() {
        Launch launch = run().launch();
        return SecretMask.of(switches.mask(), launch.environment(), launch.command());
    }

    private void requireGone(List<TreeProcess> left, List<Leftover> files) {
        if (!left.isEmpty() || !files.isEmpty()) {
            throw FailureReport.notStopped(spec.name(), FailureReport.masked(left, mask()), files, log.file());
        }
    }

    private void restoreProperties() {
        AppliedProperties applied = properties;
        if (applied != null) {
            applied.close();
            properties = null;
        }
    }

    // Without the lock, because a start or a stop may hold it for long.
    @Override
    public void kill() {
        if (stopped) {
            return;
        }
        ServiceRun current = run();
        current.expectEnd();
        requireGone(current.end(), List.of());
    }

    @Override
    public void restart() {
        lifecycle.lock();
        try {
            if (stopped) {
                throw new IllegalStateException("Service '" + spec.name()
                        + "' cannot be restarted, because it was stopped before, by stop(), close() or the"
                        + " end of its scope. Use kill() to end a service that is to be restarted");
            }
            if (!ready) {
                throw new IllegalStateException(
                        "Service '" + spec.name() + "' cannot be restarted, because it is still being started");
            }
            requireGone(endRun(), List.of());
            resources.log().reopen();
            try {
                begin(nextStart(), switches.timeout(spec));
            } catch (Throwable e) {
                throw report(e, endUnlessEnded(e));
            }
        } finally {
            lifecycle.unlock();
        }
    }

    @Override
    public void pause() {
        run().pause().freeze();
    }

    @Override
    public void resume() {
        run().pause().thaw();
    }

    @Override
    public void signal(String signal) {
        if (Signals.number(signal).isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no signal '" + signal + "'. This system has " + String.join(", ", Signals.names()));
        }
        run().signal(signal);
    }

    private ServiceRun run() {
        ServiceRun current = run;
        if (current == null) {
            throw new IllegalStateException("Service '" + spec.name() + "' has not been spawned yet");
        }
        return current;
    }

    @Override
    public String toString() {
        return "RunningService[" + spec.name() + "]";
    }
}
