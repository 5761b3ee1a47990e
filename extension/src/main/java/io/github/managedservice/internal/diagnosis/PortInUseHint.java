package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** A port that the service wanted is held by another process, or by connections of its last use. */
final class PortInUseHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        return Stream.concat(held(evidence.living()), lingering(evidence.living()));
    }

    private static Stream<String> held(LivingProcesses living) {
        return living.holders().stream()
                .filter(holder -> !holder.forContainer())
                .map(holder -> "port " + holder.port() + " is held by pid " + holder.pid() + " (" + holder.command()
                        + "), " + holder.age() + " old: end that process, or give the service another port");
    }

    private static Stream<String> lingering(LivingProcesses living) {
        return living.lingering().stream()
                .map(port ->
                        "port " + port + " has connections of its last use in TIME_WAIT for up to 60 s, and the server"
                                + " does not set SO_REUSEADDR: have it set that, or wait before the restart");
    }
}
