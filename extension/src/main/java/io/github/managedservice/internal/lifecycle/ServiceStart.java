package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.diagnosis.Ending;
import io.github.managedservice.internal.diagnosis.Evidence;
import io.github.managedservice.internal.diagnosis.Hints;
import io.github.managedservice.internal.diagnosis.Launched;
import io.github.managedservice.internal.guard.StopCommand;
import io.github.managedservice.internal.lifecycle.StartAutopsy.Findings;
import io.github.managedservice.internal.lifecycle.StartFailure.Kind;
import io.github.managedservice.internal.log.LateLog;
import io.github.managedservice.internal.os.LaunchException;
import io.github.managedservice.internal.os.ProgramNotFoundException;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.readiness.Starting;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.internal.time.Time;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Brings a service up once: spawns its process and waits until it is ready, or says why it is not. */
final class ServiceStart {

    private final RunningService service;
    private final boolean restart;
    private final Declaration spec;
    private final Placeholders placeholders;
    private final OutputLog log;
    private final ServiceResources resources;
    private final Switches switches;
    private final Optional<DebugPort> debugPort;
    private final Launches launches;
    private final Time time;
    private Optional<String> portConflict = Optional.empty();

    ServiceStart(
            RunningService service,
            boolean restart,
            Declaration spec,
            Placeholders placeholders,
            ServiceResources resources,
            Switches switches,
            Time time) {
        this.time = time;
        this.service = service;
        this.restart = restart;
        this.spec = spec;
        this.placeholders = placeholders;
        this.log = resources.log();
        this.resources = resources;
        this.switches = switches;
        this.debugPort = resources.debugPort();
        this.launches = Launches.of(spec, placeholders);
    }

    ServiceRun spawn() {
        List<String> command = command();
        try {
            Launch launch = launches.of("command", command);
            return ServiceRun.start(spec.name(), launch, stopRequest(), log, time);
        } catch (IOException | Error e) {
            throw notSpawned(command, command, "", e);
        }
    }

    /** The caller must know the run by now, because this takes memory, which may be lacking. */
    void announce(ServiceRun run) {
        LateLog.info("Service '" + spec.name() + "' started: pid " + run.pid() + ", log " + log.file());
        if (debugPort.isPresent()) {
            LateLog.info("Service '" + spec.name() + "' waits for a debugger at "
                    + debugPort.get().address() + ": attach to that as to a remote JVM; its timeout is lifted");
        }
    }

    /** Its program is found before the service is started, because a failure could not be reported later. */
    private Optional<StopRequest> stopRequest() {
        if (spec.stopCommand().isEmpty()) {
            return Optional.empty();
        }
        List<String> command = placeholders.fill(spec.stopCommand());
        try {
            StopCommand program = launches.stopCommand(spec, command);
            return Optional.of(new StopRequest(spec.name(), program, launches.mark(), this::mask, time));
        } catch (LaunchException e) {
            throw notSpawned(command(), command, e instanceof ProgramNotFoundException ? "stopCommand: " : "", e);
        }
    }

    private List<String> command() {
        List<String> command = placeholders.fill(spec.command());
        return debugPort.isPresent() ? debugPort.get().addTo(command) : command;
    }

    AppliedProperties awaitReady(ServiceRun run, Duration limit) {
        try (StartRace wait =
                new StartRace(spec, switches, limit, run, starting(run, limit), this::mask, debugPort, time)) {
            Optional<StartFailure> failure = wait.await();
            if (failure.isPresent()) {
                throw giveUp(failure.get(), run, wait);
            }
            AppliedProperties properties = applyProperties(run, wait);
            try {
                run.becameReady();
                return properties;
            } catch (Throwable e) {
                properties.close();
                throw e;
            }
        }
    }

    private AppliedProperties applyProperties(ServiceRun run, StartRace wait) {
        try {
            return AppliedProperties.apply(spec, placeholders::fill);
        } catch (IllegalArgumentException e) {
            throw giveUp(new StartFailure(Kind.DECLARATION, String.valueOf(e.getMessage())), run, wait);
        }
    }

    /** What shows, after a failure, that another process had the port. */
    Optional<String> portConflict() {
        return portConflict;
    }

    private Starting starting(ServiceRun run, Duration limit) {
        return new Starting(
                service,
                Optional.of(run.tree()),
                limit.minus(run.age()),
                log,
                run.logStart(),
                new ConditionContext(placeholders, launches));
    }

    private ServiceStartException notSpawned(
            List<String> command, List<String> failed, String element, Throwable failure) {
        String missing = failure instanceof ProgramNotFoundException notFound ? notFound.program() : "";
        Launched launched = new Launched(
                failed,
                launches.directory(),
                launches.environment(),
                resources.ports().numbers());
        List<String> hints = Hints.from(Evidence.ofNoProcess(launched, new Ending.NeverRan(missing)));
        ServiceStartException report =
                StartReport.notSpawned(spec, command, launches, element + reason(failure), hints, log.file(), mask());
        if (failure instanceof Error) {
            report.initCause(failure);
        }
        return report;
    }

    private String reason(Throwable failure) {
        if (failure instanceof NotDirectoryException) {
            return "'directory' names '" + launches.directory()
                    + (Files.exists(launches.directory()) ? "', which is a file." : "', which does not exist.");
        }
        return failure instanceof LaunchException ? String.valueOf(failure.getMessage()) : Shortage.reason(failure);
    }

    SecretMask mask() {
        return SecretMask.of(switches.mask(), launches.environment(), command());
    }

    private ServiceStartException giveUp(StartFailure failure, ServiceRun run, StartRace wait) {
        SecretMask mask = mask();
        Findings seen = new StartAutopsy(spec, run, wait, log, resources.ports().numbers(), mask).of(failure);
        portConflict = failure.portConflict(seen.lines()).map(mask::text);
        return StartReport.notReady(spec, seen, restart, mask);
    }
}
