package io.github.managedservice.internal.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what could not be deleted, and says why. */
final class Leftovers {

    /** So that a million of them fill neither memory nor a message. */
    private static final int MOST = 1000;

    private final List<Leftover> all = new ArrayList<>();
    private @Nullable MountPoints mountPoints;

    void add(Path path, IOException failure) {
        if (all.size() < MOST) {
            all.add(new Leftover(path, isMountPoint(path) ? "something is mounted there" : reason(failure)));
        }
    }

    List<Leftover> all() {
        return List.copyOf(all);
    }

    private boolean isMountPoint(Path path) {
        MountPoints known = mountPoints;
        if (known == null) {
            known = MountPoints.now();
            mountPoints = known;
        }
        return known.contain(path);
    }

    private static String reason(IOException failure) {
        if (failure instanceof DirectoryNotEmptyException) {
            return "files are still being written there";
        }
        if (failure instanceof AccessDeniedException denied && denied.getReason() == null) {
            return "permission denied";
        }
        return failure instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : failure.toString();
    }
}
