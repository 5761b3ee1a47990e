package io.github.managedservice.internal.diagnosis;

import java.time.Duration;

public sealed interface Ending {

    /** Not spawned: the program was not found, or could not be run. */
    record NeverRan(String program) implements Ending {}

    /**
     * Ended by itself before it was ready. The code is that of the JDK: 128 + n for signal n; the age is how long it
     * ran.
     */
    record Exited(long pid, int code, Duration age) implements Ending {}

    /** Ran until the start was given up. */
    record Running() implements Ending {}

    /** Ended on purpose, so its end says nothing. */
    record Ended() implements Ending {}
}
