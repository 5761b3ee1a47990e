package io.github.managedservice.internal.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The process table as the JDK tells it, for platforms without {@code /proc}: no sessions and no marks. */
final class ProcessHandles implements ProcessTable {

    /** No bound at all: the JDK derives start times from a time of boot that may be seconds off. */
    @Override
    public long now() {
        return 0;
    }

    @Override
    public List<ProcessEntry> startedSince(long start) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandles::describe)
                .filter(entry -> entry.start() >= start)
                .toList();
    }

    @Override
    public Optional<ProcessEntry> entry(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandles::describe);
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
        return Duration.ofMillis(Math.max(0, System.currentTimeMillis() - entry.start()));
    }

    @Override
    public OptionalLong ticks(ProcessEntry entry) {
        return OptionalLong.empty();
    }

    private static ProcessEntry describe(ProcessHandle handle) {
        return new ProcessEntry(
                handle.pid(),
                handle.parent().map(ProcessHandle::pid).orElse(0L),
                0,
                handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L),
                handle.isAlive());
    }
}
