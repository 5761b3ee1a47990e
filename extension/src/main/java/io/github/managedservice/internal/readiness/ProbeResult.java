package io.github.managedservice.internal.readiness;

/** The answer to one attempt of a {@link Probe}. */
public sealed interface ProbeResult {

    record Ready() implements ProbeResult {}

    /**
     * The reason says what was seen instead, as the verb of a sentence; the detail adds to it, such as the last line of
     * a program, and may be empty.
     */
    record NotYet(String reason, String detail) implements ProbeResult {

        public NotYet(String reason) {
            this(reason, "");
        }

        public NotYet {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("A failed attempt needs a reason");
            }
        }
    }
}
