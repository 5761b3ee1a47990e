package io.github.managedservice.internal.os;

/** Parent and session are 0 where not shown; the start is in the unit of the table; a zombie is not alive. */
public record ProcessEntry(long pid, long parent, long session, long start, boolean alive) {

    /** Identifies one process over time: pids are reused. */
    public record Identity(long pid, long start) {

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

    public Identity identity() {
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
