package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** Checks the evidence for one kind of cause. */
@FunctionalInterface
interface Hint {

    /** Sentences, each with its evidence and with what to do. */
    Stream<String> from(Evidence evidence);
}
