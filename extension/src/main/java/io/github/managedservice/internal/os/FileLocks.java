package io.github.managedservice.internal.os;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Says which files this JVM has locked, in any of its class loaders.
 *
 * <p>It reads the kernel's list, because a try would free the lock: a process loses its locks on a file as soon as it
 * closes any descriptor of that file (fcntl(2), "record locks").
 */
public final class FileLocks {

    private static final Path LOCKS = Path.of("/proc/locks");

    private FileLocks() {}

    /** False where the kernel has no such list. */
    public static boolean areHeldByThisJvm(Path file) throws IOException {
        // The file seldom exists, because its owner deletes it before it frees it.
        try {
            return Files.exists(file) && Files.isReadable(LOCKS) && isListed(file);
        } catch (NoSuchFileException freedMeanwhile) {
            return false;
        }
    }

    private static boolean isListed(Path file) throws IOException {
        // As in "1: POSIX  ADVISORY  WRITE 4711 fd:01:1835011 0 EOF" (proc(5)). The device is not compared, because
        // some file systems have another number there than in the attributes of the file.
        String holder = " " + ProcessHandle.current().pid() + " ";
        String inode = ":" + Files.getAttribute(file, "unix:ino") + " ";
        try (BufferedReader locks = Files.newBufferedReader(LOCKS)) {
            for (String line = locks.readLine(); line != null; line = locks.readLine()) {
                if (line.contains(holder) && line.contains(inode)) {
                    return true;
                }
            }
            return false;
        }
    }
}
