package io.github.managedservice.internal.diagnosis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Looks for the file that a Java virtual machine writes when it crashes. */
final class CrashFileHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        if (!(evidence.ending() instanceof Ending.Exited exited)) {
            return Stream.empty();
        }
        Path file = evidence.launched().directory().resolve("hs_err_pid" + exited.pid() + ".log");
        return Files.exists(file)
                ? Stream.of("the Java virtual machine crashed and wrote '" + file + "'")
                : Stream.empty();
    }
}
