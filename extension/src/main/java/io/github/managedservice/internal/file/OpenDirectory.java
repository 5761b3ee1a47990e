package io.github.managedservice.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A directory that is being emptied, by its descriptor, because its path may lead elsewhere the next moment. */
final class OpenDirectory implements Closeable {

    static final Set<PosixFilePermission> WRITABLE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path name;
    private final int round;
    private final Object key;
    private final Deque<Path> directories = new ArrayDeque<>();
    private SecureDirectoryStream<Path> stream;
    private boolean suspended;
    private boolean keepsSomething;

    /** Takes a stream that has just been opened; the round counts how often. */
    OpenDirectory(Path name, int round, SecureDirectoryStream<Path> stream) throws IOException {
        this.name = name;
        this.round = round;
        this.stream = stream;
        this.key = key(stream);
    }

    /** Differs from that of all other directories at the same time. */
    static Object key(SecureDirectoryStream<Path> stream) throws IOException {
        return stream.getFileAttributeView(BasicFileAttributeView.class)
                .readAttributes()
                .fileKey();
    }

    Path name() {
        return name;
    }

    int round() {
        return round;
    }

    /** Can be read once. */
    Iterable<Path> entries() {
        return stream;
    }

    /** Deletes a file, or notes a directory for later. */
    void delete(Path entry) throws IOException {
        whenWritable(() -> {
            if (isDirectory(entry)) {
                directories.add(entry);
            } else {
                stream.deleteFile(entry);
            }
        });
    }

    /** The next directory in it; null after the last. */
    @Nullable
    Path nextDirectory() {
        return directories.poll();
    }

    /** Removes a directory in it; false if that is not empty. */
    boolean remove(Path directory) throws IOException {
        try {
            whenWritable(() -> stream.deleteDirectory(directory));
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }

    SecureDirectoryStream<Path> open(Path directory) throws IOException {
        return stream.newDirectoryStream(directory, LinkOption.NOFOLLOW_LINKS);
    }

    void keepSomething() {
        keepsSomething = true;
    }

    boolean keepsSomething() {
        return keepsSomething;
    }

    /** Frees its descriptors for a while. */
    void suspend() {
        suspended = true;
        close();
    }

    /** Opens it again, from a directory in it. */
    void resumeFrom(OpenDirectory child) throws IOException {
        if (suspended) {
            stream = child.open(Path.of(".."));
            suspended = false;
            if (!key.equals(key(stream))) {
                throw new IOException("it was moved while it was being deleted");
            }
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // It was only read, so nothing is lost.
        }
    }

    private boolean isDirectory(Path entry) throws IOException {
        return stream.getFileAttributeView(entry, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
    }

    private void whenWritable(Action action) throws IOException {
        try {
            action.run();
        } catch (AccessDeniedException e) {
            if (!makeWritable()) {
                throw e;
            }
            action.run();
        }
    }

    /** False if it is writable already, so that the obstacle is another one. */
    private boolean makeWritable() throws IOException {
        PosixFileAttributeView view = stream.getFileAttributeView(PosixFileAttributeView.class);
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(view.readAttributes().permissions());
        if (!permissions.addAll(WRITABLE)) {
            return false;
        }
        view.setPermissions(permissions);
        return true;
    }

    private interface Action {
        void run() throws IOException;
    }
}
