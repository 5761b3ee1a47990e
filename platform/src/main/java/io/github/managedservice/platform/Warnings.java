package io.github.managedservice.platform;

import java.lang.System.Logger;
import java.lang.System.LoggerFinder;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Logs under the name of the library, whose own way of doing so no other jar can use. */
final class Warnings {

    private static final String NAME = "io.github.managedservice";

    private Warnings() {}

    /** Logs a sentence. Through a {@link Logger} of the JDK it would have the name of a class and method in front. */
    static void log(String message) {
        LoggerFinder finder = LoggerFinder.getLoggerFinder();
        if ("java.logging".equals(finder.getClass().getModule().getName())) {
            LogRecord warning = new LogRecord(Level.WARNING, message);
            warning.setLoggerName(NAME);
            warning.setSourceClassName(NAME);
            java.util.logging.Logger.getLogger(NAME).log(warning);
        } else {
            finder.getLogger(NAME, Warnings.class.getModule()).log(Logger.Level.WARNING, message);
        }
    }
}
