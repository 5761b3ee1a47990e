package io.github.managedservice.internal.readiness;

import java.util.Optional;

/** One question to a service, asked in one attempt. */
public interface Probe {

    /** An interrupt calls the attempt off, which first closes what it used. */
    ProbeResult attempt() throws InterruptedException;

    /** The state of an attempt that takes long; may be called on any thread. */
    default Optional<Pending> pending() {
        return Optional.empty();
    }

    /** A noun phrase for a failure report, such as {@code GET http://127.0.0.1:4711/health}. */
    String description();

    /** How often an attempt has asked, and what it has seen so far. */
    record Pending(int tries, ProbeResult.NotYet answer) {}
}
