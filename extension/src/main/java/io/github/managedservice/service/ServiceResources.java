package io.github.managedservice.service;

import io.github.managedservice.internal.output.OutputLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a service keeps over all its restarts.
 *
 * @param ports those it was leased
 * @param tempDir where the declaration mentions it
 * @param log everything the service prints
 */
record ServiceResources(LeasedPorts ports, Optional<TempDirectory> tempDir, OutputLog log) implements AutoCloseable {

    static ServiceResources claim(ServiceSpec spec, Path logFile) {
        LeasedPorts ports = null;
        Optional<TempDirectory> tempDir = Optional.empty();
        try {
            ports = LeasedPorts.lease(spec);
            if (new SpecPlaceholders(spec).tempDir()) {
                tempDir = Optional.of(TempDirectory.create(spec.name));
            }
            return new ServiceResources(ports, tempDir, OutputLog.open(logFile));
        } catch (IOException e) {
            tempDir.ifPresent(TempDirectory::close);
            if (ports != null) {
                ports.close();
            }
            throw FailureReport.noResources(spec.name, e.toString());
        }
    }

    /** Gives everything back; the log file stays. */
    @Override
    public void close() {
        ports.close();
        tempDir.ifPresent(TempDirectory::close);
        log.close();
    }
}
