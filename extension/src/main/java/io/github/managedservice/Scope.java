package io.github.managedservice;

/**
 * How long a service lives. One that lives longer cannot need one that lives shorter.
 *
 * @since 0.1.0
 */
public enum Scope {
    /**
     * One for each test: for each method, repetition, invocation of a parameterized test or of another template. The dynamic
     * tests of one factory share one. It is started before the test's {@code @BeforeEach} methods and ended after its
     * {@code @AfterEach} methods; there is none yet in constructors, {@code @BeforeAll} methods and static fields. Where tests
     * share an instance and run at the same time, take a parameter and no field.
     */
    METHOD,
    /**
     * One for each test class, shared by its nested classes and by all invocations of a class template; a subclass has one of
     * its own.
     */
    CLASS,
    /**
     * One for all test classes of a JVM that declare it under the same name; all its elements must be equal, or the class
     * fails. The first that needs it starts it, and it ends after the last test of the launcher session. If its start fails,
     * it fails for all of them, and all but the first refer to that failure. A test that kills it has to restart it; one that was stopped is started again for the next
     * class. It may need other services of the session, and no others. Its log is {@code NAME.log} beside the folders of the
     * classes.
     *
     * <p>A launcher session is what a JVM of Surefire or Failsafe runs, however many forks there are. An IDE has one for each
     * run. {@code EngineTestKit} has none, so with it and JUnit before 5.13 the service ends with the execution.
     */
    SESSION
}
