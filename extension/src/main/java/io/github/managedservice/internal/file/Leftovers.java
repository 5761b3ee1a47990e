package io.github.managedservice.internal.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects files that could not be deleted, each with the reason. */
final class Leftovers {

    /** So that a million of them fill neither memory nor a message. */
    private static final int MOST = 1000;

    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
    private static final int PLACE = 4;

    private final List<Leftover> all = new ArrayList<>();
    private @Nullable Set<String> mountPoints;

    void add(Path path, IOException failure) {
        if (all.size() < MOST) {
            all.add(new Leftover(path, isMountPoint(path) ? "something is mounted there" : reason(failure)));
        }
    }

    List<Leftover> all() {
        return List.copyOf(all);
    }

    private boolean isMountPoint(Path path) {
        Set<String> known = mountPoints;
        if (known == null) {
            known = mountPoints();
            mountPoints = known;
        }
        try {
            Path place = path.toAbsolutePath();
            Path folder = place.getParent();
            return folder != null
                    && known.contains(
                            folder.toRealPath().resolve(place.getFileName()).toString());
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads {@code mountinfo}, whose lines have the mount point as their fifth word, with white space and backslashes
     * as octal numbers (proc_pid_mountinfo(5)). Empty where it cannot be read.
     */
    private static Set<String> mountPoints() {
        Set<String> paths = new HashSet<>();
        try {
            for (String line :
                    Files.readString(MOUNTS, StandardCharsets.ISO_8859_1).split("\n", -1)) {
                String[] words = line.split(" ", PLACE + 2);
                if (words.length > PLACE) {
                    paths.add(unescape(words[PLACE]));
                }
            }
        } catch (IOException e) {
            return Set.of();
        }
        return paths;
    }

    private static String unescape(String word) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == '\\' && i + 3 < word.length()) {
                bytes.write(Integer.parseInt(word, i + 1, i + 4, 8));
                i += 3;
            } else {
                bytes.write(word.charAt(i));
            }
        }
        return bytes.toString(Charset.forName(System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name())));
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
