/** External processes as JUnit test fixtures. */
module io.github.managedservice {
    // Transitive: the extension class is itself a JUnit extension, so its users need JUnit's types to name it.
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports io.github.managedservice;
    exports io.github.managedservice.service;

    // JUnit makes the extension and reads annotations by reflection.
    opens io.github.managedservice to
            org.junit.platform.commons;
}
