package io.github.managedservice.internal.os;

import io.github.managedservice.internal.os.ProcessScan.Marks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

public interface ProcessTable {

    /** No process spawned from now on starts before this; 0 where the platform does not tell. */
    default long now() {
        return 0;
    }

    /** To be asked before a spawn; see {@link ProcessScan#startedSince}. */
    default Moment moment() {
        return new Moment(now(), 0, 0);
    }

    /** Zombies included. */
    List<ProcessEntry> startedSince(long start);

    public Optional<ProcessEntry> entry(long pid);

    /** Whether the process exists, even if nothing else can be read about it. */
    default boolean exists(long pid) {
        return entry(pid).isPresent();
    }

    /** Callers that ask at the same time share one look, which begins after all of them have asked. */
    default ProcessScan scan() {
        return new ProcessScan(startedSince(0), this::marks);
    }

    /** None where the platform does not show them. */
    default Marks marks(long pid) {
        return Marks.NONE;
    }

    /** The pid given last, also if that process has ended; 0 where the platform does not tell. */
    default long newestPid() {
        return 0;
    }

    /** Pids are given in turn, and start again below this number. */
    default long pidLimit() {
        return Long.MAX_VALUE;
    }

    /** The JDK derives this from a time of boot that may be a second off. */
    Duration age(ProcessEntry entry);

    /** The start time for a script that compares it; empty if the script cannot know it. */
    default OptionalLong ticks(ProcessEntry entry) {
        return OptionalLong.empty();
    }
}
