package io.github.managedservice.guarantee;

/**
 * A living process of a round.
 *
 * @param seen what it is
 * @param role what it is there for
 * @param evidence how we know
 */
record Member(Sighting seen, Role role, Evidence evidence) {

    /** Stands for an argument by which a process of the test's own is known. */
    static final String BYSTANDER = "@bystander@";

    /** What a process of a round is there for. */
    enum Role {
        /** The JVM that runs the tests, or who started it. */
        RUNNER,
        /** Started by the runner without being of the service: the library's guard. */
        HELPER,
        SERVICE,
        /** Started by the test itself, and not to be touched. */
        BYSTANDER
    }

    Identity identity() {
        return seen.identity();
    }
}
