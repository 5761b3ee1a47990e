package io.github.managedservice.internal.readiness;

import java.util.Optional;

/** One question to a service, asked in one attempt. */
public interface Probe {

    /**
     * Asks once.
     *
     * @return ready, or not yet and why
     * @throws InterruptedException if the attempt was called off: what it used is closed by then
     */
    Attempt attempt() throws InterruptedException;

    /**
     * Says how an attempt stands that is taking long. To be called on any thread.
     *
     * @return empty while there is nothing to say
     */
    default Optional<Pending> pending() {
        return Optional.empty();
    }

    /**
     * Names the question, for a reader of a failure report.
     *
     * @return a noun phrase, such as {@code GET http://127.0.0.1:4711/health}
     */
    String description();

    /**
     * An attempt that is taking long.
     *
     * @param tries how often it has asked
     * @param answer what it has seen so far
     */
    record Pending(int tries, Attempt.NotYet answer) {}
}
