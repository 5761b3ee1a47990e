package io.github.managedservice.internal.readiness;

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
     * Names the question, for a reader of a failure report.
     *
     * @return a noun phrase, such as {@code GET http://127.0.0.1:4711/health}
     */
    String description();
}
