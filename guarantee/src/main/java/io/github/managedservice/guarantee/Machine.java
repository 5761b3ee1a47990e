package io.github.managedservice.guarantee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Describes the machine that something was measured on. */
final class Machine {

    private Machine() {}

    static String facts() {
        return "Linux " + Proc.read("sys/kernel/osrelease").strip() + " (" + System.getProperty("os.arch") + "), "
                + Runtime.getRuntime().availableProcessors() + " processors, JDK " + Runtime.version() + ", `sh` is "
                + shell() + ", user " + System.getProperty("user.name") + ", cgroup `"
                + Proc.read("self/cgroup").lines().reduce((first, last) -> last).orElse("none") + "`, "
                + LocalDate.now(ZoneOffset.UTC);
    }

    /** How many processes wanted a processor in the last, five and fifteen minutes. */
    static String load() {
        String load = Proc.read("loadavg");
        return String.join(" ", load.split(" ", 4)).replaceFirst(" \\d+/.*\\R?", "");
    }

    private static String shell() {
        try {
            return Files.isExecutable(Path.of("/bin/sh"))
                    ? Path.of("/bin/sh").toRealPath().getFileName().toString()
                    : "missing";
        } catch (IOException e) {
            return "unknown";
        }
    }
}
