package io.github.managedservice.internal.readiness;

import java.util.Optional;

/** Asks a port, and makes sure that the service is what answers. */
record OwnPortProbe(Probe probe, String host, int port, Starting starting) implements Probe {

    @Override
    public ProbeResult attempt() throws InterruptedException {
        ProbeResult attempt = probe.attempt();
        if (attempt instanceof ProbeResult.Ready) {
            starting.tree().flatMap(tree -> tree.strangerOn(host, port)).ifPresent(stranger -> {
                throw new StrangerOnPortException(
                        port, stranger, starting.service().name());
            });
        }
        return attempt;
    }

    @Override
    public Optional<Pending> pending() {
        return probe.pending();
    }

    @Override
    public String description() {
        return probe.description();
    }
}
