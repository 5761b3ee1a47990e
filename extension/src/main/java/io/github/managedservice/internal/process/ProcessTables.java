package io.github.managedservice.internal.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Chooses the process table of this platform. */
public final class ProcessTables {

    private ProcessTables() {}

    /** The best there is. */
    public static ProcessTable ofThisPlatform() {
        if (ProcMount.isPresent()) {
            return new ProcFileSystem();
        }
        return ProcMount.isOfOthers() ? new None() : new ProcessHandles();
    }

    /** Where no table can be trusted. The JDK still knows its own children. */
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
