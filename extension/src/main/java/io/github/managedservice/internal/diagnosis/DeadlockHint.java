package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** Threads of Java wait for each other. */
final class DeadlockHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        return ThreadDump.deadlocks(evidence.living().threads()).stream()
                .map(threads ->
                        "deadlock: these threads of the service wait for each other, see 'threads of Java' below: "
                                + String.join(", ", threads));
    }
}
