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
     * Starts one service for all test classes of a JVM that declare it under the same name. All elements of these declarations
     * must be equal. A class whose declaration differs from the first one fails.
     *
     * <p>The first class that needs the service starts it. It stops after the last test of the launcher session. If its start
     * fails, every class that needs it fails, and all but the first refer to that failure. A test that calls {@code kill()}
     * must also call {@code restart()}. After {@code stop()}, the service is started again for the next class. It may depend
     * only on other services with this scope. Its log is {@code target/managed-services/NAME.log}.
     *
     * <p>A launcher session is one use of JUnit's launcher. Surefire and Failsafe have one per test JVM, so with several forks
     * each fork starts its own service. An IDE has one per run. JUnit's {@code EngineTestKit} has none. With JUnit before
     * 5.13, the service then stops when {@code execute()} returns.
     */
    SESSION
}
