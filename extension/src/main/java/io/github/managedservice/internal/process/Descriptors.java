package io.github.managedservice.internal.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the open descriptors of a process stand for, as the links in {@code /proc/PID/fd} tell it (proc(5)). */
final class Descriptors {

    private Descriptors() {}

    /** The targets of all links; none where we may not look. */
    static Set<String> of(long pid) {
        Set<String> targets = new HashSet<>();
        any(pid, target -> {
            targets.add(target);
            return false;
        });
        return targets;
    }

    /** Whether one of them is of this kind; false where we may not look. */
    static boolean any(long pid, Predicate<String> wanted) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                if (target(descriptor).filter(wanted).isPresent()) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException goneOrForbidden) {
            return false;
        }
        return false;
    }

    /** What one descriptor stands for; empty where it is closed or we may not look. */
    static Optional<String> target(long pid, int descriptor) {
        return target(Path.of("/proc/" + pid + "/fd/" + descriptor));
    }

    private static Optional<String> target(Path descriptor) {
        try {
            return Optional.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException closed) {
            return Optional.empty();
        }
    }
}
