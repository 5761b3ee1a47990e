package io.github.managedservice.internal.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows how a child gets to see the signals it may be asked by, whatever this JVM was started with.
 *
 * <p>Before JDK 20 every process started from Java inherits a mask that blocks SIGQUIT (JDK-8234262). And a signal that
 * was ignored when the JVM was started is ignored by all it starts: SIGINT and SIGQUIT in what a script runs in the
 * background, SIGHUP under {@code nohup} (POSIX, Shell Command Language, 2.11). No shell may undo that; the {@code env}
 * of coreutils 8.31 and later does, for one more exec.
 */
final class SignalDefaults {

    private static volatile @Nullable List<String> known;

    private static final int UNBLOCKED_SINCE = 20;
    private static final String IGNORED = "SigIgn:";

    private SignalDefaults() {}

    /** The words that go before a command; none where there is nothing to do, or nobody to do it. */
    static List<String> words() {
        List<String> words = known;
        return words == null ? find() : words;
    }

    private static List<String> find() {
        try {
            List<String> words = restore(Runtime.version().feature(), ignored(Path.of("/proc/self/status")));
            known = words;
            return words;
        } catch (IOException e) {
            // No file can be opened or no process started just now, and the start that asks is about to fail of that.
            return List.of();
        }
    }

    static List<String> restore(int javaVersion, long ignored) throws IOException {
        String wanted = Stream.of("HUP", "INT", "QUIT", "TERM")
                .filter(name -> isSet(ignored, name) || (name.equals("QUIT") && javaVersion < UNBLOCKED_SINCE))
                .collect(Collectors.joining(","));
        if (wanted.isEmpty() || SystemPrograms.ENV.isEmpty()) {
            return List.of();
        }
        List<String> words = List.of(SystemPrograms.ENV.get(), "--default-signal=" + wanted);
        return works(words) ? words : List.of();
    }

    private static boolean isSet(long ignored, String name) {
        return (ignored >> (Signals.number(name).orElseThrow() - 1) & 1) != 0;
    }

    /** The signals ignored, as proc(5) tells them: a hexadecimal mask, signal 1 being the lowest bit. */
    private static long ignored(Path status) throws IOException {
        if (!Files.isReadable(status)) {
            return 0;
        }
        for (String line : Files.readAllLines(status, StandardCharsets.ISO_8859_1)) {
            if (line.startsWith(IGNORED)) {
                return Long.parseUnsignedLong(line.substring(IGNORED.length()).strip(), 16);
            }
        }
        return 0;
    }

    // Without a command, env prints the environment.
    private static boolean works(List<String> words) throws IOException {
        try {
            ProcessBuilder asking = new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            return Spawning.start(asking).waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
