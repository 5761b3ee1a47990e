package io.github.managedservice.internal.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Logs through a logging library that brings its own {@link System.LoggerFinder}, as those of SLF4J and Log4j do.
 *
 * @param logger its logger
 */
record SystemLogger(Logger logger) implements LogTarget {

    @Override
    public void log(Level level, String message) {
        logger.log(level, message);
    }
}
