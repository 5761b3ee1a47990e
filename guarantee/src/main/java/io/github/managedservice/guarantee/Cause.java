package io.github.managedservice.guarantee;

/** What the harness does so that a run ends. */
enum Cause {
    /** Nothing: somebody loses patience. */
    NOTHING,

    /** Lets the test go on, which then does what its {@code Act} says. */
    ORDER,

    /** Sends this signal to the JVM that was started, as do the next: where Maven runs the tests, to Maven. */
    KILL,
    TERM,
    INT,
    HUP,

    /** Sends SIGINT to the JVMs of Maven and of the tests, as a terminal does. */
    INTERRUPT_KEY,

    /** Kills the guard and, before it can be replaced, the JVM. */
    KILL_BOTH,

    /** The same, and then lets another run of the same user begin. */
    KILL_BOTH_THEN_RUN,

    /** Kills the JVM when nothing of the round can start a process any longer. */
    KILL_WITHOUT_PIDS,

    /** Lets another run of the same user come and go, in a time namespace of its own, and then the test go on. */
    RUN_ELSEWHEN
}
