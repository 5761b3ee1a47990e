package io.github.managedservice.service;

import io.github.managedservice.internal.output.OutputLine;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.process.ProgramNotFoundException;
import io.github.managedservice.internal.process.TreeProcess;
import io.github.managedservice.service.StartFailure.Kind;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Brings a service up once: spawns its process and waits until it is ready, or says why it is not. */
final class ServiceStart {

    private static final Logger LOGGER = System.getLogger("io.github.managedservice");

    private static final long LAST_BYTES = 1024 * 1024;

    private final StartedService service;
    private final ServiceSpec spec;
    private final Placeholders placeholders;
    private final OutputLog log;
    private final Launches launches;
    private Optional<String> portConflict = Optional.empty();

    ServiceStart(StartedService service, ServiceSpec spec, Placeholders placeholders, OutputLog log) {
        this.service = service;
        this.spec = spec;
        this.placeholders = placeholders;
        this.log = log;
        this.launches = Launches.of(spec, placeholders);
    }

    ServiceRun spawn() {
        List<String> command = spec.command.stream().map(placeholders::fill).toList();
        try {
            Launch launch = launches.of(command);
            ServiceRun run = ServiceRun.start(spec.name, launch, launches.stopCommand(spec, placeholders), log);
            LOGGER.log(
                    Level.INFO,
                    "Service ''{0}'' started: pid {1}, log {2}",
                    spec.name,
                    Long.toString(run.pid()),
                    log.file());
            return run;
        } catch (IOException e) {
            String reason = e instanceof ProgramNotFoundException ? e.getMessage() : e.toString();
            throw FailureReport.notSpawned(spec.name, command, launches.directory(), String.valueOf(reason));
        }
    }

    /**
     * Waits.
     *
     * @param limit for this try
     * @return the system properties that are set from now on
     */
    AppliedProperties awaitReady(ServiceRun run, Duration limit) {
        try (StartWait wait = new StartWait(spec, limit, run, starting(run))) {
            Optional<StartFailure> failure = wait.await();
            if (failure.isPresent()) {
                throw giveUp(failure.get(), run, wait);
            }
            return applyProperties(run, wait);
        }
    }

    private AppliedProperties applyProperties(ServiceRun run, StartWait wait) {
        try {
            return AppliedProperties.apply(spec, placeholders::fill);
        } catch (IllegalArgumentException e) {
            throw giveUp(new StartFailure(Kind.DECLARATION, String.valueOf(e.getMessage())), run, wait);
        }
    }

    /** What shows, after a failure, that the port was somebody else's. */
    Optional<String> portConflict() {
        return portConflict;
    }

    private Starting starting(ServiceRun run) {
        return new Starting(
                service, run.tree(), log, run.logStart(), placeholders::fill, launches::of, placeholders::capture);
    }

    /** Not all of them: a service can have printed gigabytes before it failed. */
    private List<OutputLine> lastLines(ServiceRun run) {
        return log.lines(Math.max(run.logStart(), log.position() - LAST_BYTES));
    }

    /** Ends a run that did not become ready. What only a stop command can end is asked by that first. */
    private ServiceStartException giveUp(StartFailure failure, ServiceRun run, StartWait wait) {
        // What a process said last is still being read when it has ended; one that runs is no evidence once we ended
        // it.
        List<String> before = wait.states();
        run.expectEnd();
        if (run.stopCommand().isPresent()) {
            new PoliteStop(spec, run).askAndWait();
        }
        List<TreeProcess> left = run.end();
        List<String> states = failure.kind() == Kind.EXIT ? wait.states() : before;
        portConflict = PortConflict.find(failure, lastLines(run));
        return FailureReport.notReady(spec.name, failure.what(), run, states, service.log(), left);
    }
}
