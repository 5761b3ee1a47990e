package io.github.managedservice.guarantee;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code /proc}: what a process is, with nothing of the JDK or of the library in between. */
final class Proc {

    private static final File ROOT = new File("/proc");

    private Proc() {}

    /** A start time that no process forked from now on comes before; hundredths of a second are clock ticks here. */
    static long now() {
        String uptime = read("uptime");
        int dot = uptime.indexOf('.');
        return Long.parseLong(uptime.substring(0, dot) + uptime.substring(dot + 1, dot + 3)) - 1;
    }

    static List<Sighting> since(long start) {
        List<Sighting> sightings = new ArrayList<>();
        String[] names = ROOT.list();
        for (String name : names == null ? new String[0] : names) {
            if (Character.isDigit(name.charAt(0))) {
                of(Long.parseLong(name))
                        .filter(seen -> seen.identity().start() >= start)
                        .ifPresent(sightings::add);
            }
        }
        return sightings;
    }

    static Optional<Sighting> of(long pid) {
        return Sighting.parse(pid, read(pid + "/stat"));
    }

    /** Which process it is that has this pid now. */
    static Identity identity(long pid) {
        return of(pid).map(Sighting::identity)
                .orElseThrow(() -> new IllegalStateException("There is no process " + pid + "."));
    }

    static boolean lives(Identity identity) {
        return of(identity.pid())
                .filter(seen -> seen.identity().equals(identity) && seen.alive())
                .isPresent();
    }

    /** The arguments, empty for a zombie. */
    static List<String> arguments(long pid) {
        return List.of(read(pid + "/cmdline").split("\0", -1));
    }

    static List<String> environment(long pid) {
        return List.of(read(pid + "/environ").split("\0", -1));
    }

    /** What a file descriptor is open on; empty if we may not see it. */
    static Optional<Path> file(long pid, int descriptor) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc/" + pid + "/fd/" + descriptor)));
        } catch (IOException goneOrForbidden) {
            return Optional.empty();
        }
    }

    /** The text of a file, empty if it cannot be read: processes go while we look. */
    static String read(String name) {
        try (FileInputStream in = new FileInputStream(new File(ROOT, name))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrForbidden) {
            return "";
        }
    }
}
