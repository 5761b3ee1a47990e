package io.github.managedservice.guarantee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a run hear the signals that are to end it. A build that a script started in the background ignores SIGINT, and
 * so would all it starts (POSIX, Shell Command Language, 2.11).
 */
final class HeardSignals {

    /** SIGHUP, SIGINT, SIGQUIT and SIGTERM, the lowest bit being signal 1. */
    private static final long WANTED = 1 | 1 << 1 | 1 << 2 | 1 << 14;

    private static final String IGNORED = "SigIgn:";

    private HeardSignals() {}

    /** What goes before a command: nothing, where nothing is ignored. */
    static List<String> prefix() {
        return (ignored() & WANTED) == 0 ? List.of() : List.of("env", "--default-signal=HUP,INT,QUIT,TERM");
    }

    private static long ignored() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(IGNORED))
                    .mapToLong(line -> Long.parseUnsignedLong(
                            line.substring(IGNORED.length()).strip(), 16))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
