package io.github.managedservice.internal.process;

/**
 * One line of the process table.
 *
 * @param pid the process
 * @param parent its parent, 0 if there is none or we may not know
 * @param session its session, 0 where the platform does not tell
 * @param start when it started, in a unit of the table's; with the pid it names one process for ever
 * @param alive false for a zombie
 */
record ProcessEntry(long pid, long parent, long session, long start, boolean alive) {

    /** Names one process for ever: a pid alone is given again. */
    record Identity(long pid, long start) {

        // Written out, as for ProcessMark.
        @Override
        public boolean equals(Object other) {
            return other instanceof Identity same && same.pid == pid && same.start == start;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(pid) * 31 + Long.hashCode(start);
        }
    }

    Identity identity() {
        return new Identity(pid, start);
    }

    // Written out, as for ProcessMark.
    @Override
    public boolean equals(Object other) {
        return other instanceof ProcessEntry same
                && same.pid == pid
                && same.parent == parent
                && same.session == session
                && same.start == start
                && same.alive == alive;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(pid) * 31 + Long.hashCode(start);
    }
}
