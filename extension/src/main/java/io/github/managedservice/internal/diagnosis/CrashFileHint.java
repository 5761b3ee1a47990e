package io.github.managedservice.internal.diagnosis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for the file that a Java virtual machine writes when it crashes. */
final class CrashFileHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        return file(evidence).map(file -> "the Java virtual machine crashed: its report is '" + file + "'").stream();
    }

    static Optional<Path> file(Evidence evidence) {
        return evidence.ending() instanceof Ending.Exited exited
                ? Optional.of(evidence.launched().directory().resolve("hs_err_pid" + exited.pid() + ".log"))
                        .filter(Files::exists)
                : Optional.empty();
    }
}
