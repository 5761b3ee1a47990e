/** External processes as JUnit test fixtures. */
module io.github.managedservice {
    // Transitive: the extension class is itself a JUnit extension, so its users need JUnit's types to name it.
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;
    // Optional: who runs tests by the launcher has it.
    requires static org.junit.platform.launcher;

    exports io.github.managedservice;
    exports io.github.managedservice.service;

    provides org.junit.platform.launcher.LauncherSessionListener with
            io.github.managedservice.ManagedServiceSessionListener;

    // JUnit makes the extension and reads annotations by reflection.
    opens io.github.managedservice to
            org.junit.platform.commons;
}
