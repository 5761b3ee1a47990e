package io.github.managedservice.internal.diagnosis;

import io.github.managedservice.internal.os.KernelLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The kernel killed the service because memory ran out: from its log, and from its counters for this cgroup. */
final class OutOfMemoryHint implements Hint {

    private static final int KILLED = 137;
    private static final String COUNTER = "oom_kill ";

    private final Path cgroups;

    OutOfMemoryHint() {
        this(Path.of("/sys/fs/cgroup"));
    }

    OutOfMemoryHint(Path cgroups) {
        this.cgroups = cgroups;
    }

    @Override
    public Stream<String> from(Evidence evidence) {
        if (!(evidence.ending() instanceof Ending.Exited exited) || exited.code() != KILLED) {
            return Stream.empty();
        }
        return Stream.concat(
                KernelLog.since(exited.age()).stream()
                        .filter(line -> line.contains("Killed process " + exited.pid() + " ("))
                        .limit(1)
                        .map(line -> "the kernel killed the service for want of memory; the kernel's log says: \""
                                + line + '"'),
                counters().flatMap(this::count).limit(1));
    }

    /** cgroup v2 (memory.events) or v1 (memory.oom_control); see cgroups(7). */
    private Stream<Path> counters() {
        return memberships().flatMap(line -> {
            String[] fields = line.split(":", 3);
            String own = fields[2].substring(1);
            if (fields[0].equals("0")) {
                return Stream.of(cgroups.resolve(own), cgroups).map(folder -> folder.resolve("memory.events"));
            }
            Path memory = cgroups.resolve("memory");
            return fields[1].equals("memory")
                    ? Stream.of(memory.resolve(own), memory).map(folder -> folder.resolve("memory.oom_control"))
                    : Stream.empty();
        });
    }

    private static Stream<String> memberships() {
        try {
            return Files.readAllLines(Path.of("/proc/self/cgroup")).stream();
        } catch (IOException notTold) {
            return Stream.empty();
        }
    }

    private Stream<String> count(Path counter) {
        return read(counter)
                .map(count -> count.equals("0")
                        ? "the kernel has killed nothing in this cgroup for want of memory ('" + counter + "')"
                        : "the kernel has killed " + count + " in this cgroup for want of memory so far ('" + counter
                                + "')")
                .stream();
    }

    private static Optional<String> read(Path counter) {
        try (Stream<String> lines = Files.lines(counter)) {
            return lines.filter(line -> line.startsWith(COUNTER))
                    .map(line -> line.substring(COUNTER.length()).strip())
                    .findFirst();
        } catch (IOException | UncheckedIOException notTold) {
            return Optional.empty();
        }
    }
}
