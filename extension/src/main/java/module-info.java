/** External processes as JUnit test fixtures. */
// Spring has automatic modules alone; whoever tests with Spring has them, nobody else needs them.
@SuppressWarnings("requires-automatic")
module io.github.managedservice {
    // Transitive: the extension class is itself a JUnit extension, so its users need JUnit's types to name it.
    requires transitive org.junit.jupiter.api;
    // JUnit needs it, so it is there; without it messages go to System.Logger.
    requires static java.logging;
    requires static org.jspecify;
    requires static spring.beans;
    requires static spring.context;
    requires static spring.core;
    requires static spring.test;

    exports io.github.managedservice;
    exports io.github.managedservice.service;

    // JUnit makes the extension and reads annotations by reflection.
    opens io.github.managedservice to
            org.junit.platform.commons;
    // Spring makes what META-INF/spring.factories names.
    opens io.github.managedservice.internal.spring to
            spring.core;
}
