package io.github.managedservice.internal.log;

import java.lang.System.Logger.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Logs through {@code java.util.logging} itself. Through {@link System.Logger} each record would have the class and method
 * of the library that logs as its source, {@code StartWait lambda$conclude$3} for instance, and the default formatter shows
 * the source in front of each message.
 */
final class JavaUtilLogging implements LogTarget {

    /** Kept, because {@code java.util.logging} forgets a logger, and the level that was set for it, when nobody has it. */
    private final Logger logger = Logger.getLogger(LibraryLog.NAME);

    @Override
    public void log(Level level, String message) {
        java.util.logging.Level severity = severity(level);
        if (logger.isLoggable(severity)) {
            LogRecord record = new LogRecord(severity, message);
            record.setLoggerName(logger.getName());
            record.setSourceClassName(logger.getName());
            logger.log(record);
        }
    }

    /** As {@link System.Logger} maps them. */
    private static java.util.logging.Level severity(Level level) {
        return switch (level) {
            case WARNING -> java.util.logging.Level.WARNING;
            case INFO -> java.util.logging.Level.INFO;
            default -> java.util.logging.Level.FINE;
        };
    }
}
