package io.github.managedservice.internal.process;

import java.util.Optional;

/**
 * The process that a service was started as, and its mark. None of the service's processes started before {@code
 * since}. The entry is how the table showed it after the spawn, empty if it had already ended.
 */
record Root(long pid, long since, Optional<ProcessEntry> entry, ProcessMark mark) {

    /** Whether the table does not show the process: it never did, or cannot be read now. */
    boolean isUnseen(ProcessTable table) {
        return entry.isEmpty() || (table.entry(pid).isEmpty() && table.exists(pid));
    }

    boolean is(ProcessEntry other) {
        return entry.map(ProcessEntry::identity)
                .filter(other.identity()::equals)
                .isPresent();
    }
}
