package io.github.managedservice.guarantee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is left of the directories that a run gave to its services.
 *
 * @param temporary where they are made
 */
record TemporaryFiles(Path temporary) {

    private static final String PREFIX = "managed-service-habit";
    private static final Path MOUNT = Path.of("inside", "data");

    /** Nothing may be left, except a mount and the directories above it, which the run names if it still can. */
    List<Survivor> survivors(Round round, String said) {
        return directories().stream()
                .flatMap(directory -> all(directory).stream()
                        .filter(file -> round.habit() != Habit.MOUNT || !isExcused(directory, file, round.end(), said)))
                .map(Survivor::file)
                .toList();
    }

    private static boolean isExcused(Path directory, Path file, End end, String said) {
        Path mount = directory.resolve(MOUNT);
        return mount.startsWith(file) && (!end.isOrderly() || said.contains(mount.toString()));
    }

    private List<Path> directories() {
        return list(temporary).stream()
                .filter(file -> file.getFileName().toString().startsWith(PREFIX))
                .toList();
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> all(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
