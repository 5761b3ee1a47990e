package io.github.managedservice.internal.log;

import io.github.managedservice.internal.text.VisibleText;
import java.lang.System.Logger.Level;
import java.lang.System.LoggerFinder;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Writes the library's own messages, each on one line and under one name, to the logger of the tests. A message is a
 * sentence that names the service, without placeholders.
 */
public final class LibraryLog {

    private static final String NAME = "io.github.managedservice";

    private static final LibraryLog LOG = new LibraryLog(LoggerFinder.getLoggerFinder());

    private final Target target;

    LibraryLog(LoggerFinder finder) {
        target = isOfTheJdk(finder) ? new JavaUtilLogging() : finder.getLogger(NAME, LibraryLog.class.getModule())::log;
    }

    /** Whether no logging library has replaced {@code java.util.logging}. */
    private static boolean isOfTheJdk(LoggerFinder finder) {
        return "java.logging".equals(finder.getClass().getModule().getName());
    }

    /** For developers of this library. */
    public static void debug(String message) {
        LOG.log(Level.DEBUG, message);
    }

    public static void info(String message) {
        LOG.log(Level.INFO, message);
    }

    public static void warn(String message) {
        LOG.log(Level.WARNING, message);
    }

    void log(Level level, String message) {
        target.log(level, VisibleText.line(onOneLine(message)));
    }

    /** A message may quote that of an exception, which may have several lines. */
    private static String onOneLine(String message) {
        return message.indexOf('\n') < 0 ? message : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private interface Target {

        void log(Level level, String message);
    }

    /**
     * Logs through {@code java.util.logging} itself. Through {@link System.Logger} each record would have the class and
     * method that logs as its source, {@code StartRace lambda$conclude$3} for instance, and the default formatter shows
     * the source in front of each message.
     */
    private static final class JavaUtilLogging implements Target {

        /** A field, because {@code java.util.logging} forgets a logger, and its level, once it is not referenced. */
        private final Logger logger = Logger.getLogger(NAME);

        @Override
        public void log(Level level, String message) {
            java.util.logging.Level severity = severity(level);
            if (logger.isLoggable(severity)) {
                LogRecord record = new LogRecord(severity, message);
                record.setLoggerName(NAME);
                record.setSourceClassName(NAME);
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
}
