package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.file.Leftover;
import io.github.managedservice.internal.file.TreeDeletion;
import io.github.managedservice.internal.guard.Guard;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;

/** A fresh private directory that is deleted with all it holds. */
record TempDirectory(Path path) {

    /** The guard deletes the directory if this JVM cannot. */
    static TempDirectory create(String serviceName) throws IOException {
        Path path = free(serviceName);
        Guard.shared().created(path);
        try {
            return new TempDirectory(make(path));
        } catch (Throwable e) {
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

    private static Path make(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.createDirectory(path, onlyForOwner(path));
    }

    private static FileAttribute<?>[] onlyForOwner(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Makes it again if it was deleted meanwhile. */
    void restore() throws IOException {
        try {
            make(path);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
    }

    /** Returns what cannot be deleted. The guard will try again. */
    List<Leftover> delete() {
        List<Leftover> left = TreeDeletion.delete(path);
        if (left.isEmpty()) {
            Guard.shared().deleted(path);
        }
        return left;
    }
}
