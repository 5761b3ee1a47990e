package io.github.managedservice.internal.process;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A directory of this JVM that is to go with it, as orders for the guard's script.
 *
 * @param number what the orders call it
 * @param path where it is
 */
record OwnDirectory(long number, Path path) {

    private static final AtomicLong NUMBERS = new AtomicLong();

    OwnDirectory {
        if (!path.isAbsolute() || path.getNameCount() < 2) {
            throw new IllegalArgumentException("Not a directory to delete: " + path + ".");
        }
    }

    static OwnDirectory next(Path path) {
        return new OwnDirectory(NUMBERS.incrementAndGet(), path);
    }

    String created() {
        return "created " + number + ' ' + ShellWord.onOneLine(ShellWord.quote(path.toString())) + '\n';
    }

    String deleted() {
        return "deleted " + number + '\n';
    }
}
