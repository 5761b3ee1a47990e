package io.github.managedservice.guarantee;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the classes are: this harness, the library and JUnit. */
final class ClassPath {

    private ClassPath() {}

    static String ofThisHarness() {
        return System.getProperty("java.class.path");
    }

    /** Copies them, for the local repository may lie in a home that is closed to other users. */
    static String copiedTo(Path directory) {
        List<String> copies = new ArrayList<>();
        for (String entry : ofThisHarness().split(File.pathSeparator, -1)) {
            Path original = Path.of(entry);
            // Two entries may have the same name.
            Path copy = directory.resolve(copies.size() + "-" + original.getFileName());
            if (Files.notExists(copy)) {
                copy(original, copy);
            }
            copies.add(copy.toString());
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copy(Path original, Path copy) {
        try (Stream<Path> files = Files.walk(original)) {
            Files.createDirectories(copy.getParent());
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(original.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
