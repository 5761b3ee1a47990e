package io.github.managedservice.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.LoggerFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryLogTests {

    @Test
    void java_util_logging_shows_neither_a_class_nor_a_method() {
        Runnable logging = () -> LibraryLog.info("Service 'shop' is there");

        LogRecord record = published(logging).get(0);

        assertThat(record.getLoggerName()).isEqualTo("io.github.managedservice");
        assertThat(new SimpleFormatter().format(record).lines().map(String::strip))
                .hasSize(2)
                .first()
                .asString()
                .endsWith(" io.github.managedservice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{0} and ''quotes'' and {", "100 %s of it", "{}"})
    void what_a_formatter_would_fill_stays_as_it_is(String message) {
        LogRecord record = published(() -> LibraryLog.warn(message)).get(0);

        assertThat(new SimpleFormatter().formatMessage(record)).isEqualTo(message);
    }

    @Test
    void a_message_has_one_line() {
        LogRecord record = published(() -> LibraryLog.warn("no luck:\r\n\tpermission\n\ndenied\n"))
                .get(0);

        assertThat(record.getMessage()).isEqualTo("no luck: permission denied");
    }

    @Test
    void a_message_has_no_control_characters() {
        LogRecord record =
                published(() -> LibraryLog.info("[shop] \u001b]0;title \u202e")).get(0);

        assertThat(record.getMessage()).isEqualTo("[shop] \\x1b]0;title \\u202e");
    }

    @Test
    void what_nobody_wants_to_see_is_not_published() {
        assertThat(published(() -> LibraryLog.debug("a detail"))).isEmpty();
    }

    @Test
    void a_logging_library_gets_all_that_is_for_the_system_logger() {
        List<String> logged = new ArrayList<>();
        LibraryLog log = new LibraryLog(finder(logged));

        List<LogRecord> published = published(() -> log.log(System.Logger.Level.WARNING, "Service 'shop' is {0}"));

        assertThat(logged).containsExactly("io.github.managedservice WARNING Service 'shop' is {0}");
        assertThat(published).isEmpty();
    }

    private static List<LogRecord> published(Runnable logging) {
        List<LogRecord> published = new ArrayList<>();
        Thread here = Thread.currentThread();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (Thread.currentThread() == here) {
                    published.add(record);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("io.github.managedservice");
        logger.addHandler(handler);
        try {
            logging.run();
        } finally {
            logger.removeHandler(handler);
        }
        return published;
    }

    private static LoggerFinder finder(List<String> logged) {
        return new LoggerFinder() {
            @Override
            public System.Logger getLogger(String name, Module module) {
                return new System.Logger() {
                    @Override
                    public String getName() {
                        return name;
                    }

                    @Override
                    public boolean isLoggable(Level level) {
                        return true;
                    }

                    @Override
                    public void log(
                            Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {
                        logged.add(name + " " + level + " " + message);
                    }

                    @Override
                    public void log(
                            Level level,
                            @Nullable ResourceBundle bundle,
                            String format,
                            Object @Nullable ... parameters) {
                        logged.add(name + " " + level + " " + format);
                    }
                };
            }
        };
    }
}
