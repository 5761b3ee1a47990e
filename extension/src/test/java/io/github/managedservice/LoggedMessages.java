package io.github.managedservice;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the library says to its logger while this is open. */
public final class LoggedMessages extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("io.github.managedservice");
    private final List<String> all = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();

    public LoggedMessages() {
        logger.addHandler(this);
    }

    public List<String> all() {
        return all;
    }

    /** The first group of the first message that matches. */
    public String await(String regex) throws InterruptedException {
        Pattern pattern = Pattern.compile(regex);
        while (true) {
            String message = unread.poll(20, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Nobody said \"" + regex + "\", but " + all);
            }
            Matcher matcher = pattern.matcher(message);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
    }

    @Override
    public void publish(LogRecord record) {
        String message = new SimpleFormatter().formatMessage(record);
        all.add(message);
        unread.add(message);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
