package io.github.managedservice.internal.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells which processes there are. */
interface ProcessTable {

    /**
     * A time in the unit of {@link ProcessEntry#start()}: no process spawned from now on has an earlier start. 0, which is no
     * bound at all, where the platform does not tell.
     */
    default long now() {
        return 0;
    }

    /** All that started at that time or later, zombies too. */
    List<ProcessEntry> startedSince(long start);

    Optional<ProcessEntry> entry(long pid);

    /** Whether there is a process of this number, even if nothing else can be told of it just now. */
    default boolean exists(long pid) {
        return entry(pid).isPresent();
    }

    /** A look at all of it that begins now or, for several who ask at the same time, a moment later. */
    default ProcessScan scan() {
        return new ProcessScan(this);
    }

    /** The marks that the process carries; none where the platform does not tell. */
    default Marks marks(long pid) {
        return Marks.NONE;
    }

    /** The pid given last, whether or not that process still lives; 0 where the platform does not tell. */
    default long newestPid() {
        return 0;
    }

    /** Pids are given in turn and start again below this number. */
    default long pidLimit() {
        return Long.MAX_VALUE;
    }

    /** How long it has been running; the JDK derives that from a time of boot that may be a second off. */
    Duration age(ProcessEntry entry);

    /** How a start time is written for a script that compares it; empty if the script could not know it. */
    default OptionalLong ticks(ProcessEntry entry) {
        return OptionalLong.empty();
    }
}
