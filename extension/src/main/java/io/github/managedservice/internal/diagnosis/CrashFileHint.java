package io.github.managedservice.internal.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

final class CrashFileHint implements Hint {

    /** How much the clock of a file server may differ. */
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

    /** Pids are reused, and the report of an earlier crash may still exist. */
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
