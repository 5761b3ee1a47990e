package io.github.managedservice.internal.output;

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
 * Holds the name of a log file against other services, of this JVM and of others, while it is written.
 *
 * <p>What the operating system locks is a file beside the log, for a lock on the log itself would not last: on POSIX a
 * process loses its locks on a file as soon as it closes any descriptor of that file (fcntl(2), "record locks"), and a
 * test that reads the log does just that.
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
            // While it is still locked: afterwards it may be somebody else's.
            Files.deleteIfExists(lockFile);
        } finally {
            CLAIMED.remove(file);
        }
    }

    private static Optional<LogFileClaim> claim(Path file) throws IOException {
        // Asked first, for opening and closing the lock file would free the lock of the service that has it.
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
     * Another class loader may have this class too, with names of its own in {@link #CLAIMED}. Interned strings are the
     * same for all of them, so nobody opens a lock file between the time when it is looked at and locked.
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
            // By another class loader, where the platform does not tell us before.
            return false;
        } catch (IOException e) {
            // A file system without locks, such as NFS without its lock daemon: better a log than no service.
            return true;
        }
    }

    /**
     * Whether the locked file is the one that others will find. Its last owner may have deleted it between our opening
     * and our locking it; then a size that only we can have set does not show at the path.
     */
    private static boolean isStillAt(Path lockFile, RandomAccessFile locked) throws IOException {
        int size = ThreadLocalRandom.current().nextInt(1, 4096);
        locked.setLength(size);
        return Files.exists(lockFile) && Files.size(lockFile) == size;
    }
}
