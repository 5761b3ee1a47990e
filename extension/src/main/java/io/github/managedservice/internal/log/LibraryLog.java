package io.github.managedservice.internal.log;

import io.github.managedservice.internal.text.VisibleText;
import java.lang.System.Logger.Level;
import java.lang.System.LoggerFinder;

/** Writes the library's own messages, each on one line and under one name, to the logger that the tests use. */
public final class LibraryLog {

    static final String NAME = "io.github.managedservice";

    private static final LibraryLog LOG = new LibraryLog(LoggerFinder.getLoggerFinder());

    private final LogTarget target;

    LibraryLog(LoggerFinder finder) {
        target = isOfTheJdk(finder)
                ? new JavaUtilLogging()
                : new SystemLogger(finder.getLogger(NAME, LibraryLog.class.getModule()));
    }

    /** Whether no logging library has put itself in the place of {@code java.util.logging}. */
    private static boolean isOfTheJdk(LoggerFinder finder) {
        return "java.logging".equals(finder.getClass().getModule().getName());
    }

    /**
     * Logs what only a developer of this library would look for.
     *
     * @param message a sentence, with no placeholders to be filled
     */
    public static void debug(String message) {
        LOG.log(Level.DEBUG, message);
    }

    /**
     * Logs what happens to a service.
     *
     * @param message a sentence that names the service, with no placeholders to be filled
     */
    public static void info(String message) {
        LOG.log(Level.INFO, message);
    }

    /**
     * Logs what somebody should look into.
     *
     * @param message what happened, to which service, and what to do; with no placeholders to be filled
     */
    public static void warn(String message) {
        LOG.log(Level.WARNING, message);
    }

    void log(Level level, String message) {
        target.log(level, VisibleText.line(onOneLine(message)));
    }

    /** Messages of exceptions, which a message may quote, can have several. */
    private static String onOneLine(String message) {
        return message.indexOf('\n') < 0 ? message : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
