package io.github.managedservice.guarantee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that no run may delete.
 *
 * @param description what makes it look like one of the service's
 * @param file where it is
 * @param content what is in it
 */
record StrangerFile(String description, Path file, String content) implements Stranger {

    /** Writes a file, and its directory. */
    static StrangerFile write(String description, Path file, String content) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StrangerFile(description, file, content);
    }

    @Override
    public boolean isUntouched() {
        try {
            return Files.exists(file) && Files.readString(file).equals(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return description + " (" + file + ")";
    }
}
