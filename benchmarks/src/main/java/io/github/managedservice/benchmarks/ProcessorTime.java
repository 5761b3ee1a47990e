package io.github.managedservice.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** The processor time, of user and system, that this JVM and those of its children that have ended have taken. */
final class ProcessorTime {

    /** USER_HZ is 100 wherever a JDK 17 runs on Linux. */
    private static final Duration TICK = Duration.ofMillis(10);

    /** utime, stime, cutime and cstime in proc(5), after the state. */
    private static final int FIRST = 11;

    private static final int AFTER_LAST = 15;

    private ProcessorTime() {}

    static Duration soFar() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return TICK.multipliedBy(Arrays.stream(fields, FIRST, AFTER_LAST)
                    .mapToLong(Long::parseLong)
                    .sum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
