package io.github.managedservice.internal.process;

import java.util.Optional;

/**
 * Names the process that a service was started as.
 *
 * @param pid the process
 * @param since a start time that none of the service's processes precedes
 * @param entry how the process table showed it after the spawn; empty if it had already ended
 * @param mark what all that came of it carries
 */
record Root(long pid, long since, Optional<ProcessEntry> entry, ProcessMark mark) {

    /** Whether the table cannot tell of it: it never could, or it cannot be read just now. */
    boolean isUnseen(ProcessTable table) {
        return entry.isEmpty() || (table.entry(pid).isEmpty() && table.exists(pid));
    }

    boolean is(ProcessEntry other) {
        return entry.map(ProcessEntry::identity)
                .filter(other.identity()::equals)
                .isPresent();
    }
}
