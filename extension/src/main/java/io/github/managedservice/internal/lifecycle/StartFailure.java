package io.github.managedservice.internal.lifecycle;

/**
 * Why a service did not become ready.
 *
 * @param kind what sort of thing happened
 * @param what the same in words, as the end of a sentence; of a timeout, how long it was
 */
record StartFailure(Kind kind, String what) {

    /** What can happen instead of becoming ready. */
    enum Kind {
        EXIT,
        FAILURE_LINE,
        STRANGER_ON_PORT,
        TIMEOUT,
        INTERRUPT,
        DECLARATION
    }

    /** Whether it can be that the service found its port taken, and is not just slow. */
    boolean canBePortConflict() {
        return kind == Kind.EXIT || kind == Kind.FAILURE_LINE || kind == Kind.STRANGER_ON_PORT;
    }
}
