package io.github.managedservice.internal.file;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Deletes a directory by paths, on platforms without a {@link java.nio.file.SecureDirectoryStream} (macOS, Windows).
 */
final class VisitingDeletion extends SimpleFileVisitor<Path> {

    private final Leftovers leftovers;

    VisitingDeletion(Leftovers leftovers) {
        this.leftovers = leftovers;
    }

    /** A mount point cannot be removed either, but not because it is not empty. */
    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        try {
            Files.delete(directory);
            return FileVisitResult.SKIP_SUBTREE;
        } catch (DirectoryNotEmptyException e) {
            return FileVisitResult.CONTINUE;
        } catch (IOException e) {
            failed(directory, e);
            return FileVisitResult.SKIP_SUBTREE;
        }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        delete(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        failed(file, failure);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
        delete(directory);
        return FileVisitResult.CONTINUE;
    }

    private void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            failed(path, e);
        }
    }

    private void failed(Path path, IOException failure) {
        // Its content was reported before.
        boolean isKnown = failure instanceof DirectoryNotEmptyException
                && !leftovers.all().isEmpty();
        if (!isKnown && !(failure instanceof NoSuchFileException)) {
            leftovers.add(path, failure);
        }
    }
}
