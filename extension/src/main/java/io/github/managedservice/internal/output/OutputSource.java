package io.github.managedservice.internal.output;

/** Which of its two streams a service printed to. */
public enum OutputSource {
    /** Standard output. */
    STDOUT,
    /** Standard error. */
    STDERR
}
