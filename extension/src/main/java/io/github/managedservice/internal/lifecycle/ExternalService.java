package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.lifecycle.Placeholders.Peers;
import io.github.managedservice.internal.lifecycle.StartFailure.Kind;
import io.github.managedservice.internal.log.LibraryLog;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.process.PortOwner;
import io.github.managedservice.internal.readiness.ConditionState;
import io.github.managedservice.internal.readiness.ReadinessWatch;
import io.github.managedservice.internal.readiness.ReadinessWatches;
import io.github.managedservice.internal.readiness.Starting;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.internal.text.VisibleText;
import io.github.managedservice.internal.time.FairLimit;
import io.github.managedservice.internal.time.Time;
import io.github.managedservice.service.ServiceExit;
import io.github.managedservice.service.ServiceLog;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * An instance that runs already and replaces a service. The library asks whether it is ready, and neither starts nor
 * stops it nor sees its output.
 */
final class ExternalService implements LiveService {

    private final Declaration spec;
    private final ExternalAddress address;
    private final Placeholders placeholders;

    /** Always empty. */
    private final OutputLog output;

    private final Switches switches;

    private final OutputServiceLog log;

    /** Never completes. */
    private final CompletableFuture<ServiceExit> exit = new CompletableFuture<>();

    private AppliedProperties properties = AppliedProperties.none();
    private volatile boolean stopped;

    private ExternalService(
            Declaration spec, ExternalAddress address, OutputLog output, Peers peers, Switches switches) {
        this.spec = spec;
        this.address = address;
        this.placeholders = new Placeholders(spec, address, peers);
        this.output = output;
        this.switches = switches;
        this.log = new OutputServiceLog(output, this);
    }

    /** Returns when the instance is ready. */
    static ExternalService use(
            Declaration spec, ExternalAddress address, Path logFile, Peers peers, Switches switches) {
        OutputLog output = ServiceResources.openLog(spec, logFile);
        try {
            ExternalService service = new ExternalService(spec, address, output, peers, switches);
            service.awaitReady(switches.timeout(spec));
            LibraryLog.info("Service '" + spec.name() + "' is not started: " + address + " is used instead"
                    + service.answering(service.mask()));
            return service;
        } catch (RuntimeException | Error e) {
            output.close();
            throw e;
        }
    }

    private void awaitReady(Duration limit) {
        Launches launches = Launches.of(spec, placeholders);
        Starting starting =
                new Starting(this, Optional.empty(), limit, output, 0, new ConditionContext(placeholders, launches));
        try (ReadinessWatch watch = ReadinessWatches.ofAll(ReadinessWatches.fromOutside(spec.readiness()), starting)) {
            Optional<StartFailure> failure = await(watch, limit);
            if (failure.isPresent()) {
                throw StartReport.externalNotReady(
                        spec.name(), address, failure.get(), watch.state(), output.file(), mask());
            }
        }
        try {
            properties = AppliedProperties.apply(spec, placeholders::fill);
        } catch (IllegalArgumentException e) {
            throw FailureReport.noResources(
                    spec.name(), output.file(), e.getMessage() + " (" + address + " is used in its place)");
        }
    }

    /** Empty when the instance is ready. */
    private static Optional<StartFailure> await(ReadinessWatch watch, Duration limit) {
        try {
            FairLimit left = new FairLimit(Time.REAL, limit);
            boolean done = false;
            while (!done && !left.isOver()) {
                done = left.await(watch.ready(), limit);
            }
            if (!done) {
                return Optional.of(StartFailure.timeout(limit));
            }
            return watch.ready().isCompletedExceptionally()
                    ? Optional.of(new StartFailure(
                            Kind.DECLARATION,
                            "its ready check cannot run, because " + ConditionState.Progress.reason(watch.ready())))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new StartFailure(Kind.INTERRUPT, "the thread that waited for it was interrupted"));
        }
    }

    /** The process that answers, where it is on this machine and we may look at it. */
    private String answering(SecretMask mask) {
        try {
            if (!InetAddress.getByName(address.host()).isLoopbackAddress()) {
                return "";
            }
        } catch (UnknownHostException e) {
            return "";
        }
        return PortOwner.of(address.port()).stream()
                .map(owner -> ", where pid " + owner.pid() + " (" + VisibleText.line(mask.text(owner.command()))
                        + ") answers")
                .collect(Collectors.joining());
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
    public String name() {
        return spec.name();
    }

    @Override
    public long pid() {
        throw notOurs("its process is not known");
    }

    @Override
    public boolean isRunning() {
        return !stopped;
    }

    @Override
    public String host() {
        return address.host();
    }

    @Override
    public int port() {
        return address.port();
    }

    @Override
    public int port(String name) {
        throw new IllegalArgumentException("Of service '" + spec.name() + "' no port '" + name + "' is known: "
                + address + " is used in its place");
    }

    @Override
    public Optional<String> captured(String group) {
        return Optional.empty();
    }

    @Override
    public ServiceLog log() {
        return log;
    }

    @Override
    public long logStart() {
        return 0;
    }

    @Override
    public SecretMask mask() {
        return SecretMask.of(switches.mask(), System.getenv(), List.of());
    }

    @Override
    public CompletableFuture<ServiceExit> onExit() {
        return exit.copy();
    }

    @Override
    public synchronized void stop() {
        if (!stopped) {
            stopped = true;
            properties.close();
            output.close();
        }
    }

    @Override
    public void kill() {
        throw notOurs("it is not ours to kill");
    }

    @Override
    public void restart() {
        throw notOurs("it is not ours to restart");
    }

    @Override
    public void pause() {
        throw notOurs("it is not ours to pause");
    }

    @Override
    public void resume() {
        throw notOurs("it is not ours to resume");
    }

    @Override
    public void signal(String signal) {
        throw notOurs("it is not ours to signal");
    }

    private IllegalStateException notOurs(String why) {
        return new IllegalStateException("Service '" + spec.name() + "' is external (" + address + "): " + why);
    }

    @Override
    public String toString() {
        return "RunningService[" + spec.name() + " at " + address + "]";
    }
}
