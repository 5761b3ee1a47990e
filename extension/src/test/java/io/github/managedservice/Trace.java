package io.github.managedservice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file to which programs of test cases write a line when they are started: {@code echo started >> target/traces/NAME}.
 *
 * @param file beside the logs; each name is used by one test
 */
record Trace(Path file) {

    /** Begins with none. */
    static Trace of(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "traces"));
            Files.deleteIfExists(folder.resolve(name));
            return new Trace(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
