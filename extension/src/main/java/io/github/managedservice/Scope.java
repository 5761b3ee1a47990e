package io.github.managedservice;

/**
 * How long a service lives.
 *
 * @since 0.1.0
 */
public enum Scope {
    /** One for each test. */
    METHOD,
    /** One for each test class, shared by its nested classes. */
    CLASS,
    /**
     * One for all test classes of a JVM that declare it, with equal elements. The first that needs it starts it; it ends
     * after the last test of the run. With JUnit before 5.13, Surefire with
     * several forks makes a run of each class. It may need other services
     * of the session, and no others.
     */
    SESSION
}
