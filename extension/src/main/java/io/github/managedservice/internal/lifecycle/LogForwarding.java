package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.log.LibraryLog;
import io.github.managedservice.internal.output.LineFollower;
import io.github.managedservice.internal.output.OutputLine;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.internal.text.VisibleText;
import java.time.Duration;

/** Gives the lines of a service to the logger too, without its secrets. A service never waits for the logger. */
record LogForwarding(LineFollower lines) implements AutoCloseable {

    /** What a slow logger has not taken by then is in the log file alone. */
    private static final Duration LAST_LINES = Duration.ofSeconds(1);

    /** A line is read up to 64 KiB, and the last secret in there may be cut: it is not forwarded. */
    private static final int LONGEST_LINE = 16 * 1024;

    static LogForwarding start(String service, OutputLog log, long from, SecretMask mask) {
        return new LogForwarding(
                LineFollower.start("service-" + service + "-forward", log, from, line -> forward(service, mask, line)));
    }

    private static void forward(String service, SecretMask mask, OutputLine line) {
        LibraryLog.info("[" + service + "] " + VisibleText.line(mask.text(line.text()), LONGEST_LINE));
    }

    @Override
    public void close() {
        lines.close(LAST_LINES);
    }
}
