package io.github.managedservice.internal.readiness;

/** The answer to one attempt of a {@link Probe}. */
public sealed interface Attempt {

    /** The service is ready. */
    record Ready() implements Attempt {}

    /**
     * The service is not ready yet.
     *
     * @param reason what was seen instead, in words
     */
    record NotYet(String reason) implements Attempt {

        /**
         * Refuses a reason that says nothing.
         *
         * @param reason what was seen instead, in words
         */
        public NotYet {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("A failed attempt needs a reason");
            }
        }
    }
}
