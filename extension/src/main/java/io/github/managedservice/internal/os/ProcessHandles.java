package io.github.managedservice.internal.os;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Without {@code /proc} there are no sessions and no marks, and start times may be seconds off. */
public final class ProcessHandles implements ProcessTable {

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
    public Duration age(ProcessEntry entry) {
        return Duration.ofMillis(Math.max(0, System.currentTimeMillis() - entry.start()));
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
