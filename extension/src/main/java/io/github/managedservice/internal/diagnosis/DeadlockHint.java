package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** Names the threads of Java that wait for each other. */
final class DeadlockHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        return ThreadDump.deadlocks(evidence.living().threads()).stream()
                .map(threads ->
                        "threads of Java wait for each other for ever (deadlock): " + String.join(", ", threads));
    }
}
