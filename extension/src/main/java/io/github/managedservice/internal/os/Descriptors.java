package io.github.managedservice.internal.os;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The targets of the open descriptors of a process, from the links in {@code /proc/PID/fd} (proc(5)). */
public final class Descriptors {

    private Descriptors() {}

    /** Empty where the links are not readable. */
    public static Set<String> of(long pid) {
        Set<String> targets = new HashSet<>();
        any(pid, target -> {
            targets.add(target);
            return false;
        });
        return targets;
    }

    /** False where the links are not readable. */
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

    /** Empty where the descriptor is closed or not readable. */
    public static Optional<String> target(long pid, int descriptor) {
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
