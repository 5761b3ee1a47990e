package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.port.PortLease;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The ports that a service holds against everybody else on the machine. */
record LeasedPorts(Map<String, PortLease> leases) implements AutoCloseable {

    /** Takes all that the declaration mentions, or none. */
    static LeasedPorts lease(Declaration spec) throws IOException {
        LeasedPorts ports = new LeasedPorts(new LinkedHashMap<>());
        try {
            for (String name : spec.ports()) {
                boolean fixed = name.isEmpty() && spec.fixedPort() != 0;
                ports.leases.put(name, fixed ? PortLease.claim(spec.fixedPort()) : PortLease.lease());
            }
            return ports;
        } catch (Throwable e) {
            ports.close();
            throw e;
        }
    }

    /** Whether a port of this declaration can be another one next time. */
    static boolean canMove(Declaration spec) {
        return spec.ports().stream().anyMatch(name -> !(name.isEmpty() && spec.fixedPort() != 0));
    }

    /** The port of this name, the empty name being the service's own. */
    Optional<Integer> find(String name) {
        return Optional.ofNullable(leases.get(name)).map(PortLease::port);
    }

    /** The service's own port, or else the first of the named ones. */
    Optional<Integer> main() {
        return find("").or(() -> leases.values().stream().findFirst().map(PortLease::port));
    }

    /** All of them. */
    Set<Integer> numbers() {
        return leases.values().stream().map(PortLease::port).collect(Collectors.toSet());
    }

    /** The names that can be asked for, as a message lists them. */
    String names() {
        return leases.keySet().stream().filter(name -> !name.isEmpty()).collect(Collectors.joining("', '", "'", "'"));
    }

    @Override
    public void close() {
        leases.values().forEach(PortLease::close);
    }
}
