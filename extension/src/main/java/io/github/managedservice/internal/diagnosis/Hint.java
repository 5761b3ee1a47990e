package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** Looks at the evidence for one kind of cause. */
@FunctionalInterface
interface Hint {

    /** What it found, each as a sentence with the evidence in it and what to do; nothing where there is none. */
    Stream<String> from(Evidence evidence);
}
