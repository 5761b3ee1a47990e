package io.github.managedservice.internal.guard;

import io.github.managedservice.internal.text.ShellWord;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A directory that the guard deletes, as orders for its script. */
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
