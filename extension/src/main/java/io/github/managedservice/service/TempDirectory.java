package io.github.managedservice.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A fresh private directory that is deleted with all it holds.
 *
 * @param path where it is
 */
record TempDirectory(Path path) implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger("io.github.managedservice");

    /** Short, in the JVM's temporary directory: a Unix domain socket's path has a limit of some 100 characters. */
    static TempDirectory create(String serviceName) throws IOException {
        return new TempDirectory(Files.createTempDirectory("managed-service-" + serviceName + "-"));
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new Deletion());
        } catch (NoSuchFileException gone) {
            // The service deleted it itself.
        } catch (IOException | UncheckedIOException e) {
            LOGGER.log(Level.WARNING, "The temporary directory ''{0}'' could not be deleted: {1}", path, e);
        }
    }

    /** Deletes links, never what they point to. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
