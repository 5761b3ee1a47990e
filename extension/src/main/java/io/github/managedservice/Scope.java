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
    /** One for all test classes of a JVM. Not built yet: a declaration with it is refused. */
    SESSION
}
