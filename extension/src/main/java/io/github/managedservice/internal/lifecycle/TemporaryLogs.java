package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.file.TreeDeletion;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder for the logs of a test run that has no build folder. It outlives the run, so that a failure can be looked
 * into, but not the fifth run after it.
 *
 * <p>While a JVM uses its folder, it holds a lock on a file in it, which the operating system takes back when the JVM
 * ends. A folder without such a file, or of another user, is not touched.
 */
final class TemporaryLogs {

    private static final String PREFIX = "managed-services-";
    private static final String LOCK = ".lock";
    private static final int KEPT = 5;

    private final Path base;

    /** Guarded by this, as is the file, which must stay open. */
    private @Nullable Path folder;

    private @Nullable RandomAccessFile lock;

    TemporaryLogs(Path base) {
        this.base = base;
    }

    synchronized Path folder() throws IOException {
        Path known = folder;
        if (known == null) {
            known = Files.createTempDirectory(base, PREFIX);
            lock = hold(known);
            folder = known;
            deleteOld(known);
        }
        return known;
    }

    /** The end of this JVM does the same. */
    synchronized void release() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    private static RandomAccessFile hold(Path folder) throws IOException {
        RandomAccessFile file = new RandomAccessFile(folder.resolve(LOCK).toFile(), "rw");
        try {
            file.getChannel().tryLock();
        } catch (IOException e) {
            // A file system without locks: then no other run gets one either, and none deletes the folder.
        }
        return file;
    }

    private void deleteOld(Path own) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(base, PREFIX + "*")) {
            UserPrincipal self = Files.getOwner(own);
            List<Ended> ended = new ArrayList<>();
            for (Path other : folders) {
                Path file = other.resolve(LOCK);
                // Not our own: to open and close its file would give up the lock (fcntl(2)).
                if (!other.equals(own) && isOf(self, other) && isOf(self, file)) {
                    ended.add(new Ended(other, Files.getLastModifiedTime(file)));
                }
            }
            ended.sort(Comparator.comparing(Ended::at).reversed());
            for (Ended one : ended.subList(Math.min(KEPT, ended.size()), ended.size())) {
                if (isUnused(one.folder())) {
                    TreeDeletion.delete(one.folder());
                }
            }
        } catch (IOException e) {
            // The next run looks again.
        }
    }

    private static boolean isOf(UserPrincipal self, Path path) {
        try {
            return !Files.isSymbolicLink(path)
                    && Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(self);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isUnused(Path folder) {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(LOCK).toFile(), "rw")) {
            return file.getChannel().tryLock() != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    private record Ended(Path folder, FileTime at) {}
}
