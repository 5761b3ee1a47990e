package shop;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Listens to the library's logger. */
final class LibraryLog extends Handler implements BeforeAllCallback {

    private static final BlockingQueue<String> MESSAGES = new LinkedBlockingQueue<>();
    private static final Logger LOGGER = Logger.getLogger("io.github.managedservice");

    @Override
    public void beforeAll(ExtensionContext context) {
        LOGGER.addHandler(this);
    }

    /** The first group of the first message in which this is found. */
    static String await(String regex) throws InterruptedException {
        Pattern pattern = Pattern.compile(regex);
        while (true) {
            String message = MESSAGES.poll(20, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Nobody said \"" + regex + "\"");
            }
            Matcher matcher = pattern.matcher(message);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
    }

    @Override
    public void publish(LogRecord message) {
        MESSAGES.add(new SimpleFormatter().formatMessage(message));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
