package io.github.managedservice.internal.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Lists where something is mounted, to explain a refusal of the kernel. Each line of {@code mountinfo} has the mount point as
 * its fifth word, with white space and backslashes as octal numbers (proc_pid_mountinfo(5)).
 */
record MountPoints(Set<String> paths) {

    private static final Path FILE = Path.of("/proc/self/mountinfo");
    private static final Charset OF_PATHS =
            Charset.forName(System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name()));
    private static final int PLACE = 4;

    MountPoints {
        paths = Set.copyOf(paths);
    }

    /** None where there is no such file, or it cannot be read. */
    static MountPoints now() {
        try {
            return parse(Files.readString(FILE, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return new MountPoints(Set.of());
        }
    }

    static MountPoints parse(String mountinfo) {
        Set<String> paths = new HashSet<>();
        for (String line : mountinfo.split("\n", -1)) {
            String[] words = line.split(" ", PLACE + 2);
            if (words.length > PLACE) {
                paths.add(unescape(words[PLACE]));
            }
        }
        return new MountPoints(paths);
    }

    boolean contain(Path path) {
        try {
            Path place = path.toAbsolutePath();
            Path folder = place.getParent();
            return folder != null
                    && paths.contains(
                            folder.toRealPath().resolve(place.getFileName()).toString());
        } catch (IOException e) {
            return false;
        }
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
        return bytes.toString(OF_PATHS);
    }
}
