package io.github.managedservice.service;

import io.github.managedservice.internal.output.OutputLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a service keeps over all its restarts: ports, temporary directory, log. */
final class ServiceResources implements AutoCloseable {

    private final Optional<TempDirectory> tempDir;
    private final OutputLog log;
    private volatile LeasedPorts ports;

    private ServiceResources(LeasedPorts ports, Optional<TempDirectory> tempDir, OutputLog log) {
        this.ports = ports;
        this.tempDir = tempDir;
        this.log = log;
    }

    static ServiceResources claim(ServiceSpec spec, Path logFile) {
        LeasedPorts ports = ports(spec);
        Optional<TempDirectory> tempDir = Optional.empty();
        try {
            if (new SpecPlaceholders(spec).tempDir()) {
                tempDir = Optional.of(TempDirectory.create(spec.name));
            }
            return new ServiceResources(ports, tempDir, OutputLog.open(logFile));
        } catch (IOException e) {
            tempDir.ifPresent(TempDirectory::close);
            ports.close();
            throw FailureReport.noResources(spec.name, e.toString());
        }
    }

    private static LeasedPorts ports(ServiceSpec spec) {
        try {
            return LeasedPorts.lease(spec);
        } catch (IOException e) {
            throw FailureReport.noResources(spec.name, e.toString());
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
        ports = ports(spec);
    }

    /** Gives everything back; the log file stays. */
    @Override
    public void close() {
        ports.close();
        tempDir.ifPresent(TempDirectory::close);
        log.close();
    }
}
