package io.github.managedservice.internal.output;

import io.github.managedservice.internal.os.FileLocks;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Reserves the name of a log file while it is written, against other services of this JVM and of others.
 *
 * <p>It locks a file beside the log, because a lock on the log itself would not last: on POSIX a process loses its
 * locks on a file as soon as it closes any descriptor of that file (fcntl(2), "record locks"), and a test that reads
 * the log does just that.
 */
final class LogFileClaim implements AutoCloseable {

    private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Path lockFile;
    private final RandomAccessFile lock;

    private LogFileClaim(Path file, Path lockFile, RandomAccessFile lock) {
        this.file = file;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Claims the wanted file, or else the first free one of NAME-2, NAME-3, and so on. */
    static LogFileClaim first(Path wanted) throws IOException {
        Path absolute = wanted.toAbsolutePath();
        Path folder = Files.createDirectories(absolute.resolveSibling("")).toRealPath();
        String name = absolute.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String extension = dot > 0 ? name.substring(dot) : "";
        Optional<LogFileClaim> claim = claim(folder.resolve(name));
        for (int number = 2; claim.isEmpty(); number++) {
            claim = claim(folder.resolve(stem + "-" + number + extension));
        }
        return claim.get();
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            // While it is still locked: afterwards another service may own it.
            Files.deleteIfExists(lockFile);
        } finally {
            CLAIMED.remove(file);
        }
    }

    private static Optional<LogFileClaim> claim(Path file) throws IOException {
        // Asked first, because to open and close the lock file would free the lock of the service that has it.
        if (!CLAIMED.add(file)) {
            return Optional.empty();
        }
        Optional<LogFileClaim> claim = Optional.empty();
        try {
            claim = lock(file);
            return claim;
        } finally {
            if (claim.isEmpty()) {
                CLAIMED.remove(file);
            }
        }
    }

    /**
     * This class may be loaded twice, each time with its own {@link #CLAIMED}. Interned strings are the same for all
     * class loaders, so only one of them at a time looks at the lock file and locks it.
     */
    private static Optional<LogFileClaim> lock(Path file) throws IOException {
        Path lockFile = file.resolveSibling("." + file.getFileName() + ".lock");
        synchronized (lockFile.toString().intern()) {
            return FileLocks.areHeldByThisJvm(lockFile) ? Optional.empty() : lock(file, lockFile);
        }
    }

    private static Optional<LogFileClaim> lock(Path file, Path lockFile) throws IOException {
        while (true) {
            RandomAccessFile lock = new RandomAccessFile(lockFile.toFile(), "rw");
            boolean held = false;
            try {
                if (!isLocked(lock)) {
                    return Optional.empty();
                }
                held = isStillAt(lockFile, lock);
                if (held) {
                    return Optional.of(new LogFileClaim(file, lockFile, lock));
                }
            } finally {
                if (!held) {
                    lock.close();
                }
            }
        }
    }

    private static boolean isLocked(RandomAccessFile file) {
        try {
            FileLock lock = file.getChannel().tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // By another class loader, where FileLocks cannot know.
            return false;
        } catch (IOException e) {
            // A file system without locks, such as NFS without its lock daemon: better a log than no service.
            return true;
        }
    }

    /**
     * Whether the locked file is still at its path. Its last owner may have deleted it after we opened it and before we
     * locked it; then a random size that only we have set does not show at the path.
     */
    private static boolean isStillAt(Path lockFile, RandomAccessFile locked) throws IOException {
        int size = ThreadLocalRandom.current().nextInt(1, 4096);
        locked.setLength(size);
        return Files.exists(lockFile) && Files.size(lockFile) == size;
    }
}
