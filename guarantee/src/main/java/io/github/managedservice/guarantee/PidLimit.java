package io.github.managedservice.guarantee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The control group of one round, which limits its processes and threads, as {@code docker run --pids-limit} does
 * (cgroups(7), pids controller).
 *
 * @param group its directory
 */
record PidLimit(Path group) {

    /** Where groups of version 1 and of version 2 are mounted. */
    private static final List<Path> PARENTS = List.of(Path.of("/sys/fs/cgroup/pids"), Path.of("/sys/fs/cgroup"));

    private static final Duration REMOVE_LIMIT = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofMillis(5);

    static PidLimit of(RoundDirectory directory) {
        return new PidLimit(parent().resolve("guarantee-" + directory.token()));
    }

    /** Why there can be none here; empty if there can. */
    static Optional<String> missing() {
        try {
            Path probe = Files.createTempDirectory(parent(), "guarantee-probe-");
            boolean limits = Files.exists(probe.resolve("pids.max"));
            Files.delete(probe);
            return limits ? Optional.empty() : Optional.of("there is no pids controller in `" + parent() + "`");
        } catch (IOException e) {
            return Optional.of("no control group can be made here: " + e.getMessage());
        }
    }

    private static Path parent() {
        return PARENTS.stream().filter(Files::isDirectory).findFirst().orElse(PARENTS.get(0));
    }

    /** Lets nothing in it start a process or a thread. */
    void close() {
        write("0");
    }

    void open() {
        write("max");
    }

    /** Removes it, once nothing is in it: a process that was killed takes a moment to go. */
    void remove() {
        Moment begin = Moment.now();
        while (Files.exists(group)) {
            try {
                Files.delete(group);
            } catch (IOException busy) {
                if (begin.isOlderThan(REMOVE_LIMIT)) {
                    throw new UncheckedIOException(busy);
                }
                Pause.of(TICK);
            }
        }
    }

    private void write(String limit) {
        try {
            Files.writeString(group.resolve("pids.max"), limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
