package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.port.PortLease;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The ports that a service holds, by the NAME in {@code ${port.NAME}}, which is empty for its own port. */
record LeasedPorts(Map<String, PortLease> leases) implements AutoCloseable {

    /** Leases all that the declaration mentions, or none. */
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

    /** Whether another lease may have other ports. */
    static boolean canMove(Declaration spec) {
        return spec.ports().stream().anyMatch(name -> !(name.isEmpty() && spec.fixedPort() != 0));
    }

    Optional<Integer> find(String name) {
        PortLease lease = leases.get(name);
        return lease == null ? Optional.empty() : Optional.of(lease.port());
    }

    /** The service's own port, or else the first of the named ones. */
    Optional<Integer> main() {
        return find("").or(() -> leases.values().stream().findFirst().map(PortLease::port));
    }

    Set<Integer> numbers() {
        return leases.values().stream().map(PortLease::port).collect(Collectors.toSet());
    }

    /** The port of a name that is not empty. */
    int require(String service, String name) {
        PortLease lease = name.isEmpty() ? null : leases.get(name);
        if (lease == null) {
            throw new IllegalArgumentException("Service '" + service + "' has no port '" + name + "'; it has "
                    + leases.keySet().stream()
                            .filter(any -> !any.isEmpty())
                            .collect(Collectors.joining("', '", "'", "'"))
                    + ". Use '${port." + name + "}' in its declaration to lease one");
        }
        return lease.port();
    }

    @Override
    public void close() {
        for (PortLease lease : leases.values()) {
            lease.close();
        }
    }
}
