package io.github.managedservice.internal.os;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

public final class ProcessTables {

    private ProcessTables() {}

    public static ProcessTable ofThisPlatform() {
        if (ProcMount.isPresent()) {
            return new ProcFileSystem();
        }
        return ProcMount.isOfOthers() ? new None() : new ProcessHandles();
    }

    /** For a {@code /proc} of another pid namespace. The JDK still knows its own children. */
    private static final class None implements ProcessTable {

        @Override
        public List<ProcessEntry> startedSince(long start) {
            return List.of();
        }

        @Override
        public Optional<ProcessEntry> entry(long pid) {
            return Optional.empty();
        }

        @Override
        public Duration age(ProcessEntry entry) {
            return Duration.ZERO;
        }
    }
}
