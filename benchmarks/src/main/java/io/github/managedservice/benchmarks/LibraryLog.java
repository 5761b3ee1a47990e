package io.github.managedservice.benchmarks;

import java.io.OutputStream;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** Keeps what the library logs out of the report, at the price that logging has by default. */
final class LibraryLog {

    /** Kept here, or the configuration goes with the logger. */
    private static final Logger LOGGER = Logger.getLogger("io.github.managedservice");

    private LibraryLog() {}

    static void quieten() {
        ConsoleHandler warnings = new ConsoleHandler();
        warnings.setLevel(Level.WARNING);
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(warnings);
        LOGGER.addHandler(new StreamHandler(OutputStream.nullOutputStream(), new SimpleFormatter()));
    }
}
