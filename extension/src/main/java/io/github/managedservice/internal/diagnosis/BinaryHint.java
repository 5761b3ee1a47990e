package io.github.managedservice.internal.diagnosis;

import io.github.managedservice.internal.os.ElfFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The program is built for another machine or C library. */
final class BinaryHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        // A shell runs a program for another processor as a script, so its message may be anything.
        if (!evidence.failedByItself()) {
            return Stream.empty();
        }
        String file = evidence.launched().command().get(0);
        return ElfFile.read(Path.of(file)).flatMap(program -> explain(file, program)).stream();
    }

    private static Optional<String> explain(String file, ElfFile program) {
        Optional<ElfFile> here = ElfFile.ofThisJvm();
        if (here.isPresent() && here.get().machine() != program.machine()) {
            return Optional.of("'" + file + "' is built for " + program.machineName() + ", and this machine runs "
                    + here.get().machineName());
        }
        return program.loader()
                .filter(loader -> !Files.exists(Path.of(loader)))
                .map(loader -> "'" + file + "' seems to be built for another system or C library: its dynamic loader '"
                        + loader + "' does not exist here; use a build for this system");
    }
}
