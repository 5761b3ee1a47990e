package io.github.managedservice.service;

import io.github.managedservice.internal.port.PortLease;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.process.ProgramNotFoundException;
import io.github.managedservice.internal.process.Signals;
import io.github.managedservice.internal.process.StopCommand;
import io.github.managedservice.internal.process.TreeProcess;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service from its start to its end: one process after another on the same ports, with the same log. */
final class StartedService implements RunningService {

    private static final Logger LOGGER = System.getLogger("io.github.managedservice");
    private static final Set<String> ENDING_SIGNALS = Set.of("TERM", "INT", "KILL");

    private final ServiceSpec spec;
    private final ServiceResources resources;
    private final Placeholders placeholders;
    private final ServiceLog log;

    /** Held by whoever starts or ends a run. */
    private final ReentrantLock lifecycle = new ReentrantLock();

    private volatile Map<String, String> captured = Map.of();
    private volatile @Nullable ServiceRun run;
    private volatile @Nullable AppliedProperties properties;
    private volatile Optional<StopCommand> stopCommand = Optional.empty();
    private volatile boolean paused;
    private volatile boolean stopped;

    private StartedService(ServiceSpec spec, ServiceResources resources, Peers peers) {
        this.spec = spec;
        this.resources = resources;
        this.placeholders = new Placeholders(spec, resources, peers);
        this.log = new ServiceLog(spec.name, resources.log(), () -> run().logStart(), () -> run().onExit());
    }

    /** Starts a service and returns when it is ready. */
    static StartedService start(ServiceSpec spec, Path logFile, Peers peers) {
        StartedService service = new StartedService(spec, claim(spec, logFile), peers);
        try {
            service.begin();
            StopOnShutdown.add(service);
            return service;
        } catch (RuntimeException | Error e) {
            service.resources.close();
            throw e;
        }
    }

    private static ServiceResources claim(ServiceSpec spec, Path logFile) {
        try {
            return ServiceResources.claim(spec, logFile);
        } catch (IOException e) {
            throw FailureReport.noResources(spec.name, e.toString());
        }
    }

    private void begin() {
        Launches launches = Launches.of(spec, placeholders);
        ServiceRun started = spawn(launches);
        run = started;
        captured = Map.of();
        paused = false;
        LOGGER.log(
                Level.DEBUG,
                "Service ''{0}'' started: pid {1}, log {2}",
                spec.name,
                Long.toString(started.pid()),
                resources.log().file());
        try (StartWait wait = new StartWait(spec, started, starting(launches, started))) {
            Optional<String> failure = wait.await();
            if (failure.isPresent()) {
                throw giveUp(failure.get(), started, wait.states());
            }
            properties = AppliedProperties.apply(spec, template -> placeholders.now(template, captured));
        } catch (IllegalArgumentException e) {
            throw giveUp(String.valueOf(e.getMessage()), started, List.of());
        }
        LOGGER.log(
                Level.INFO,
                "Service ''{0}'' is ready after {1}: pid {2}, log {3}",
                spec.name,
                Durations.text(started.age()),
                Long.toString(started.pid()),
                resources.log().file());
    }

    private ServiceRun spawn(Launches launches) {
        List<String> command = spec.command.stream().map(placeholders::atLaunch).toList();
        try {
            Launch launch = launches.of(command);
            stopCommand = launches.stopCommand(spec, placeholders);
            return ServiceRun.start(spec.name, launch, stopCommand, resources.log());
        } catch (IOException e) {
            String reason = e instanceof ProgramNotFoundException ? e.getMessage() : e.toString();
            throw FailureReport.notSpawned(spec.name, command, launches.directory(), String.valueOf(reason));
        }
    }

    private Starting starting(Launches launches, ServiceRun started) {
        return new Starting(
                this,
                resources.log(),
                started.logStart(),
                template -> placeholders.now(template, captured),
                launches::of,
                this::capture);
    }

    private synchronized void capture(Map<String, String> groups) {
        Map<String, String> merged = new HashMap<>(captured);
        merged.putAll(groups);
        captured = Map.copyOf(merged);
    }

    /** Ends a run that did not become ready. What only a stop command can end is asked by that first. */
    private ServiceStartException giveUp(String happened, ServiceRun failed, List<String> states) {
        failed.expectEnd();
        if (stopCommand.isPresent()) {
            politeStop().run(failed);
        }
        List<TreeProcess> left = failed.end();
        return FailureReport.notReady(spec.name, happened, failed, states, log, left);
    }

    @Override
    public String name() {
        return spec.name;
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
        return Placeholders.HOST;
    }

    @Override
    public int port() {
        Optional<String> told = captured("port");
        if (told.isPresent()) {
            return parsePort(told.get());
        }
        return Optional.ofNullable(resources.ports().get(""))
                .or(() -> resources.ports().values().stream().findFirst())
                .map(PortLease::port)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Service '" + spec.name
                                        + "' has no port: use '${port}' in its declaration, or a group named 'port' in its ready pattern"));
    }

    private int parsePort(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    "Service '" + spec.name + "' told no port: the group 'port' captured \"" + text + "\"", e);
        }
    }

    @Override
    public int port(String name) {
        PortLease lease = name.isEmpty() ? null : resources.ports().get(name);
        if (lease == null) {
            throw new IllegalArgumentException("Service '" + spec.name + "' has no port '" + name + "'; it has "
                    + resources.ports().keySet().stream()
                            .filter(port -> !port.isEmpty())
                            .collect(Collectors.joining("', '", "'", "'")));
        }
        return lease.port();
    }

    @Override
    public URI uri(String scheme) {
        return URI.create(scheme + "://" + host() + ":" + port());
    }

    @Override
    public String value(String template) {
        return placeholders.now(Template.parse(template), captured);
    }

    @Override
    public Optional<String> captured(String group) {
        return Optional.ofNullable(captured.get(group));
    }

    Optional<String> shared(String name) {
        return placeholders.shared(name, captured);
    }

    Set<String> sharedNames() {
        return new SpecPlaceholders(spec).shared();
    }

    @Override
    public ServiceLog log() {
        return log;
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
            long began = System.nanoTime();
            List<TreeProcess> left = endRun();
            stopped = true;
            StopOnShutdown.remove(this);
            resources.close();
            requireGone(left);
            LOGGER.log(
                    Level.INFO,
                    "Service ''{0}'' stopped after {1}",
                    spec.name,
                    Durations.text(Duration.ofNanos(System.nanoTime() - began)));
        } finally {
            lifecycle.unlock();
        }
    }

    /** Asks, waits, forces, verifies. */
    private List<TreeProcess> endRun() {
        ServiceRun current = run();
        current.expectEnd();
        restoreProperties();
        resumeToHear(current);
        politeStop().run(current);
        return current.end();
    }

    private void requireGone(List<TreeProcess> left) {
        if (!left.isEmpty()) {
            throw FailureReport.notStopped(spec.name, left, log.file());
        }
    }

    private PoliteStop politeStop() {
        return new PoliteStop(spec.name, spec.stopSignal, stopCommand, spec.stopTimeout);
    }

    /** A frozen process would not hear the signal. */
    private void resumeToHear(ServiceRun current) {
        if (paused) {
            current.tree().signalAll("CONT");
            paused = false;
        }
    }

    private void restoreProperties() {
        AppliedProperties applied = properties;
        if (applied != null) {
            applied.close();
            properties = null;
        }
    }

    @Override
    public void kill() {
        lifecycle.lock();
        try {
            if (stopped) {
                return;
            }
            ServiceRun current = run();
            current.expectEnd();
            requireGone(current.end());
            current.onExit().join();
        } finally {
            lifecycle.unlock();
        }
    }

    @Override
    public void restart() {
        lifecycle.lock();
        try {
            if (stopped) {
                throw new IllegalStateException(
                        "Service '" + spec.name + "' was stopped for good and cannot be restarted");
            }
            requireGone(endRun());
            resources.log().reopen();
            begin();
        } finally {
            lifecycle.unlock();
        }
    }

    @Override
    public void pause() {
        paused = true;
        run().tree().signalAll("STOP");
    }

    @Override
    public void resume() {
        run().tree().signalAll("CONT");
        paused = false;
    }

    @Override
    public void signal(String signal) {
        if (Signals.number(signal).isEmpty()) {
            throw new IllegalArgumentException("There is no signal '" + signal + "'");
        }
        ServiceRun current = run();
        if (ENDING_SIGNALS.contains(signal)) {
            current.expectEnd();
        }
        current.tree().ask(signal);
    }

    private ServiceRun run() {
        ServiceRun current = run;
        if (current == null) {
            throw new IllegalStateException("Service '" + spec.name + "' has not been spawned yet");
        }
        return current;
    }

    @Override
    public String toString() {
        return "RunningService[" + spec.name + "]";
    }
}
