package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** A port that the service wanted is in use. */
final class PortHolderHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        return evidence.living().holders().stream()
                .filter(holder -> !holder.forContainer())
                .map(holder -> "port " + holder.port() + " is held by pid " + holder.pid() + " (" + holder.command()
                        + "), " + holder.age() + " old: end that process, or give the service another port");
    }
}
