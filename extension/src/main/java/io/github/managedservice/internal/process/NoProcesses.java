package io.github.managedservice.internal.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The process table where there is none that can be trusted: the JDK still knows its own children. */
final class NoProcesses implements ProcessTable {

    @Override
    public long now() {
        return 0;
    }

    @Override
    public List<ProcessEntry> startedSince(long start) {
        return List.of();
    }

    @Override
    public Optional<ProcessEntry> entry(long pid) {
        return Optional.empty();
    }

    @Override
    public Marks marks(long pid) {
        return Marks.NONE;
    }

    @Override
    public long newestPid() {
        return 0;
    }

    @Override
    public long pidLimit() {
        return Long.MAX_VALUE;
    }

    @Override
    public Duration age(ProcessEntry entry) {
        return Duration.ZERO;
    }

    @Override
    public OptionalLong ticks(ProcessEntry entry) {
        return OptionalLong.empty();
    }
}
