package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.declaration.PlaceholderNames;
import io.github.managedservice.internal.port.PortLease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the JVM of a service waits for a debugger. */
record DebugPort(PortLease lease) implements AutoCloseable {

    static Optional<DebugPort> claim(Declaration spec, Path log, Switches switches) throws IOException {
        Optional<Integer> wanted = switches.debugPort(spec.name());
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        if (!spec.command().get(0).source().equals("${java}")) {
            throw FailureReport.noResources(
                    spec.name(),
                    log,
                    Switches.debugName(spec.name())
                            + " is set, but the first word of its command is not '${java}', so nothing"
                            + " is known of its debugger");
        }
        return Optional.of(
                new DebugPort(wanted.get() == Switches.ANY_PORT ? PortLease.lease() : PortLease.claim(wanted.get())));
    }

    List<String> addTo(List<String> command) {
        List<String> debugged = new ArrayList<>(command);
        debugged.add(1, "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=" + address());
        return debugged;
    }

    String address() {
        return PlaceholderNames.LOOPBACK + ":" + lease.port();
    }

    @Override
    public void close() {
        lease.close();
    }
}
