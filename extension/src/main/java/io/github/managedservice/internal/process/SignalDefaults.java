package io.github.managedservice.internal.process;

import io.github.managedservice.internal.os.Signals;
import io.github.managedservice.internal.os.Spawning;
import io.github.managedservice.internal.os.SystemPrograms;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Restores the default handling of the signals that stop a service, whatever this JVM was started with.
 *
 * <p>Before JDK 20 every process started from Java inherits a mask that blocks SIGQUIT (JDK-8234262). All children also
 * inherit signals that were ignored when the JVM was started: SIGINT and SIGQUIT in background jobs of a script, SIGHUP
 * under {@code nohup} (POSIX, Shell Command Language, 2.11). No shell may undo that; {@code env} of coreutils 8.31 and
 * later does, for one more exec.
 */
public final class SignalDefaults {

    private static volatile @Nullable List<String> known;

    private static final int UNBLOCKED_SINCE = 20;
    private static final String IGNORED = "SigIgn:";

    private SignalDefaults() {}

    /** Words to put before a command; none where nothing needs restoring, or {@code env} cannot do it. */
    public static List<String> words() {
        List<String> words = known;
        return words == null ? find() : words;
    }

    private static synchronized List<String> find() {
        if (known != null) {
            return known;
        }
        try {
            List<String> words = restore(Runtime.version().feature(), ignored(Path.of("/proc/self/status")));
            known = words;
            return words;
        } catch (IOException e) {
            // No file can be opened or no process started now, so the calling start is about to fail anyway.
            return List.of();
        }
    }

    static List<String> restore(int javaVersion, long ignored) throws IOException {
        List<String> wanted = new ArrayList<>();
        for (String name : List.of("HUP", "INT", "QUIT", "TERM")) {
            if (isSet(ignored, name) || (name.equals("QUIT") && javaVersion < UNBLOCKED_SINCE)) {
                wanted.add(name);
            }
        }
        if (wanted.isEmpty() || SystemPrograms.ENV.isEmpty()) {
            return List.of();
        }
        List<String> words = List.of(SystemPrograms.ENV.get(), "--default-signal=" + String.join(",", wanted));
        return works(words) ? words : List.of();
    }

    private static boolean isSet(long ignored, String name) {
        return (ignored >> (Signals.number(name).orElseThrow() - 1) & 1) != 0;
    }

    /** As in proc(5): a hexadecimal mask whose lowest bit is signal 1. */
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
