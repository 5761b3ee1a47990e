package io.github.managedservice.internal.output;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Tells which files this JVM has locked, whichever of its class loaders did it.
 *
 * <p>That cannot be tried out: a process loses its locks on a file as soon as it closes any descriptor of that file
 * (fcntl(2), "record locks"), so a JVM that opens a file to see whether it has locked it frees it for others.
 */
final class FileLocks {

    private static final Path LOCKS = Path.of("/proc/locks");

    private FileLocks() {}

    /** False where the platform does not tell. */
    static boolean areHeldByThisJvm(Path file) throws IOException {
        // Almost never: whoever frees a file deletes it.
        try {
            return Files.exists(file) && Files.isReadable(LOCKS) && isListed(file);
        } catch (NoSuchFileException freedMeanwhile) {
            return false;
        }
    }

    private static boolean isListed(Path file) throws IOException {
        // As in "1: POSIX  ADVISORY  WRITE 4711 fd:01:1835011 0 EOF" (proc(5)). Of the device, some file systems tell
        // another number there than to those who ask for the file's attributes.
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
