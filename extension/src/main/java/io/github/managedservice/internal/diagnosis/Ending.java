package io.github.managedservice.internal.diagnosis;

import java.time.Duration;

/** How far a service got. */
public sealed interface Ending {

    /**
     * It was not spawned.
     *
     * @param program the program that was not found, or could not be run
     */
    record NeverRan(String program) implements Ending {}

    /**
     * It ended before it was ready, and nobody here asked it to.
     *
     * @param pid its process
     * @param code as the JDK gives it: 128 + n for signal n
     * @param age how long it ran
     */
    record Exited(long pid, int code, Duration age) implements Ending {}

    /** It ran, until it was given up. */
    record Running() implements Ending {}

    /** It was ended on purpose, so that its end says nothing. */
    record Ended() implements Ending {}
}
