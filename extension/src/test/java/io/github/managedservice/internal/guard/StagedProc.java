package io.github.managedservice.internal.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Plays the kernel to the guard's scout: a folder that stands for {@code /proc}, in which pids are given, and processes
 * come and go, at looks that a test has chosen. A look is one question for the newest pid.
 */
final class StagedProc {

    private final Path folder;

    StagedProc(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("uptime"), "7.50 1.00\n");
        Files.writeString(folder.resolve("looks"), "0\n");
        Files.writeString(folder.resolve("newest"), """
                cd '%s' || exit
                read -r look <looks
                look=$((look + 1))
                echo $look >looks
                given() { echo "0.00 0.00 0.00 1/1 $1" >loadavg; }
                born() { mkdir $1; echo "$1 (name) S 1 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 $2 0" >$1/stat
                    echo "Max file locks            $3                  unlimited            locks" >$1/limits; }
                gone() { rm -r $1; }
                if [ -e at-$look ]; then . ./at-$look; fi
                cat loadavg
                """.formatted(folder));
    }

    /**
     * Has something happen right before a look, the first being 1. It is shell text that may use {@code given PID}, {@code
     * born PID START LIMIT} and {@code gone PID}.
     */
    StagedProc at(int look, String event) throws IOException {
        Files.writeString(folder.resolve("at-" + look), event + "\n");
        return this;
    }

    /** How many looks there have been. */
    int looks() throws IOException {
        return Integer.parseInt(Files.readString(folder.resolve("looks")).strip());
    }

    /** The scout as it would be if this were the kernel's. */
    Path scout() throws IOException {
        String newest = "\"sh '" + folder.resolve("newest") + "'\"";
        String staged = GuardScripts.SCOUT
                .replace("getline line < \"/proc/loadavg\"", newest + " | getline line")
                .replace("close(\"/proc/loadavg\")", "close(" + newest + ")")
                .replace("\"/proc/", '"' + folder.toString() + '/');
        return Files.writeString(folder.resolve("scout.awk"), staged, StandardCharsets.US_ASCII);
    }
}
