package io.github.managedservice.internal.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for the file that a Java virtual machine writes when it crashes. */
final class CrashFileHint implements Hint {

    /** By how much that of a file server may. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    @Override
    public Stream<String> from(Evidence evidence) {
        return file(evidence).map(file -> "the Java virtual machine crashed: its report is '" + file + "'").stream();
    }

    static Optional<Path> file(Evidence evidence) {
        return evidence.ending() instanceof Ending.Exited exited
                ? Optional.of(evidence.launched().directory().resolve("hs_err_pid" + exited.pid() + ".log"))
                        .filter(file -> isSince(exited.age(), file))
                : Optional.empty();
    }

    /** Pids come again, and the report of an earlier crash may still be there. */
    private static boolean isSince(Duration ago, Path file) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isAfter(Instant.now().minus(ago).minus(CLOCKS_DIFFER));
        } catch (IOException none) {
            return false;
        }
    }
}
