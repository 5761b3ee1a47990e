package io.github.managedservice;

/**
 * How long a service lives.
 *
 * @since 0.1.0
 */
public enum Scope {
    /**
     * One for each test: for each method, repetition, invocation of a parameterized test or of another template. The dynamic
     * tests of one factory share one. It is started after the test class was constructed, before {@code @BeforeEach}
     * methods; where tests share an instance and run at the same time, take a parameter and no field.
     */
    METHOD,
    /** One for each test class, shared by its nested classes and by all invocations of a class template. */
    CLASS,
    /**
     * One for all test classes of a JVM that declare it, with equal elements. The first that needs it starts it; it ends
     * after the last test of the launcher session, or, with JUnit before 5.13, of the request: Surefire makes one of each
     * class where it has several forks. It may need other services of the session, and no others. Its log is
     * {@code NAME.log} beside the folders of the classes. A test that kills it has to restart it; one that was stopped is
     * started again for the next class.
     */
    SESSION
}
