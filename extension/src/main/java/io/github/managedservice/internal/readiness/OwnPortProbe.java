package io.github.managedservice.internal.readiness;

import java.util.Optional;

/**
 * Asks a port, and where that answers, makes sure that it is the service who does.
 *
 * @param probe the question
 * @param host where it is asked
 * @param port where it is asked
 * @param starting the service
 */
record OwnPortProbe(Probe probe, String host, int port, Starting starting) implements Probe {

    @Override
    public Attempt attempt() throws InterruptedException {
        Attempt attempt = probe.attempt();
        if (attempt instanceof Attempt.Ready) {
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
