package io.github.managedservice.internal.readiness;

/** The answer to one attempt of a {@link Probe}. */
public sealed interface Attempt {

    /** The service is ready. */
    record Ready() implements Attempt {}

    /**
     * The service is not ready yet.
     *
     * @param reason what was seen instead, as the verb of a sentence about what was asked
     * @param detail what else was seen, such as the last line of a program; empty where there is nothing more
     */
    record NotYet(String reason, String detail) implements Attempt {

        /**
         * An answer with no more to it.
         *
         * @param reason what was seen instead, in words
         */
        public NotYet(String reason) {
            this(reason, "");
        }

        /**
         * Refuses a reason that says nothing.
         *
         * @param reason what was seen instead, in words
         * @param detail what else was seen
         */
        public NotYet {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("A failed attempt needs a reason");
            }
        }
    }
}
