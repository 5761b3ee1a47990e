package io.github.managedservice.service;

import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.process.PortOwner;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a service keeps over all its restarts: ports, temporary directory, log. */
final class ServiceResources implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger("io.github.managedservice");

    private final Optional<TempDirectory> tempDir;
    private final OutputLog log;
    private final Supplier<SecretMask> mask;
    private volatile LeasedPorts ports;

    private ServiceResources(
            LeasedPorts ports, Optional<TempDirectory> tempDir, OutputLog log, Supplier<SecretMask> mask) {
        this.ports = ports;
        this.tempDir = tempDir;
        this.log = log;
        this.mask = mask;
    }

    static ServiceResources claim(ServiceSpec spec, Path logFile, Supplier<SecretMask> mask) {
        LeasedPorts ports = ports(spec, mask);
        Optional<TempDirectory> tempDir = Optional.empty();
        try {
            if (new SpecPlaceholders(spec).tempDir()) {
                tempDir = Optional.of(TempDirectory.create(spec.name));
            }
            return new ServiceResources(ports, tempDir, open(logFile), mask);
        } catch (IOException e) {
            tempDir.ifPresent(TempDirectory::close);
            ports.close();
            throw FailureReport.noResources(spec.name, e.toString());
        }
    }

    /** A build folder that cannot be written is no reason not to test. */
    private static OutputLog open(Path wanted) throws IOException {
        try {
            return OutputLog.open(wanted);
        } catch (FileSystemException e) {
            OutputLog elsewhere = OutputLog.open(LogFiles.temporary(wanted));
            LOGGER.log(
                    Level.WARNING,
                    "The log cannot be written to {0} ({1}); it is in {2}",
                    wanted,
                    e.toString(),
                    elsewhere.file());
            return elsewhere;
        }
    }

    private static LeasedPorts ports(ServiceSpec spec, Supplier<SecretMask> mask) {
        try {
            return LeasedPorts.lease(spec);
        } catch (IOException e) {
            String holders = PortOwner.of(spec.fixedPort).stream()
                    .map(owner -> "; it is held by pid " + owner.pid() + " ("
                            + mask.get().text(owner.command()) + "), " + Durations.text(owner.age()) + " old")
                    .collect(Collectors.joining());
            throw FailureReport.noResources(spec.name, e.getMessage() + holders);
        }
    }

    LeasedPorts ports() {
        return ports;
    }

    /** Where the declaration mentions it. */
    Optional<TempDirectory> tempDir() {
        return tempDir;
    }

    /** Everything the service prints. */
    OutputLog log() {
        return log;
    }

    /** Gives the ports up for others. */
    void changePorts(ServiceSpec spec) {
        // A fixed one among them can only be claimed again once it is given back.
        ports.close();
        ports = ports(spec, mask);
    }

    /** Gives everything back; the log file stays. */
    @Override
    public void close() {
        ports.close();
        tempDir.ifPresent(TempDirectory::close);
        log.close();
    }
}
