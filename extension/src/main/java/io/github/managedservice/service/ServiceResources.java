package io.github.managedservice.service;

import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.port.PortLease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a service keeps over all its restarts.
 *
 * @param ports by the NAME in <code>${port.NAME}</code>, which is empty for the service's own port
 * @param tempDir where the declaration mentions it
 * @param log everything the service prints
 */
record ServiceResources(Map<String, PortLease> ports, Optional<TempDirectory> tempDir, OutputLog log)
        implements AutoCloseable {

    static ServiceResources claim(ServiceSpec spec, Path logFile) throws IOException {
        Map<String, PortLease> ports = new LinkedHashMap<>();
        Optional<TempDirectory> tempDir = Optional.empty();
        try {
            for (String port : spec.ports) {
                boolean fixed = port.isEmpty() && spec.fixedPort != 0;
                ports.put(port, fixed ? PortLease.claim(spec.fixedPort) : PortLease.lease());
            }
            if (new SpecPlaceholders(spec).tempDir()) {
                tempDir = Optional.of(TempDirectory.create(spec.name));
            }
            return new ServiceResources(ports, tempDir, OutputLog.open(logFile));
        } catch (IOException | RuntimeException e) {
            tempDir.ifPresent(TempDirectory::close);
            ports.values().forEach(PortLease::close);
            throw e;
        }
    }

    /** Gives everything back; the log file stays. */
    @Override
    public void close() {
        ports.values().forEach(PortLease::close);
        tempDir.ifPresent(TempDirectory::close);
        log.close();
    }
}
