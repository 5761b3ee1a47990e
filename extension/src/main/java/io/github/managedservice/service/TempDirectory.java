package io.github.managedservice.service;

import io.github.managedservice.internal.log.LibraryLog;
import io.github.managedservice.internal.process.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * A fresh private directory that is deleted with all it holds.
 *
 * @param path where it is
 */
record TempDirectory(Path path) implements AutoCloseable {

    /** Makes one; the guard deletes it if this JVM cannot. */
    static TempDirectory create(String serviceName) throws IOException {
        Path path = free(serviceName);
        Guard.shared().created(path);
        try {
            return new TempDirectory(Files.createDirectory(path, onlyForOwner(path)));
        } catch (IOException | RuntimeException e) {
            Guard.shared().deleted(path);
            throw e;
        }
    }

    /** Short, in the JVM's temporary directory: a Unix domain socket's path has a limit of some 100 characters. */
    private static Path free(String serviceName) {
        String random = Long.toString(new SecureRandom().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
        return Path.of(System.getProperty("java.io.tmpdir"), "managed-service-" + serviceName + "-" + random)
                .toAbsolutePath();
    }

    private static FileAttribute<?>[] onlyForOwner(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new Deletion());
            Guard.shared().deleted(path);
        } catch (NoSuchFileException gone) {
            // The service did it itself.
            Guard.shared().deleted(path);
        } catch (IOException | UncheckedIOException e) {
            LibraryLog.warn("The temporary directory '" + path + "' could not be deleted: " + e);
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
