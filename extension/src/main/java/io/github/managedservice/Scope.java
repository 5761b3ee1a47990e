package io.github.managedservice;

/**
 * Sets how long a service lives. A short-lived service may depend on a longer-lived one, not the reverse.
 *
 * @since 0.1.0
 */
public enum Scope {
    /**
     * Starts one service per test: per method, repetition, and invocation of a parameterized test or other test template. The
     * dynamic tests of one factory share a service.
     *
     * <p>The service is started before the {@code @BeforeEach} methods of the test, and stopped after its {@code @AfterEach}
     * methods. Constructors, {@code @BeforeAll} methods and static fields cannot use it. With a shared test instance, inject
     * into parameters. Fields would be overwritten when tests run in parallel.
     */
    METHOD,
    /**
     * Starts one service per test class. Nested classes and all invocations of a class template share it. A subclass has its
     * own.
     */
    CLASS,
    /**
     * Starts one service for all test classes of a JVM that declare it under the same name. All elements of these
     * declarations must be equal; otherwise the class fails.
     *
     * <p>The first class that needs the service starts it. It stops after the last test of the launcher session. If its start
     * fails, every class that needs it fails, and all but the first refer to that failure. A test that kills the service must
     * restart it. A service that a test stopped is started again for the next class. The service may depend only on other
     * services of the session. Its log is {@code NAME.log}, next to the log folders of the classes.
     *
     * <p>A test JVM of Surefire or Failsafe has one launcher session, even with several forks. An IDE has one per run.
     * {@code EngineTestKit} has none, so with JUnit before 5.13 the service stops with the execution.
     */
    SESSION
}
