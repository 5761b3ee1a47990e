package io.github.managedservice.internal.os;

/**
 * Tells processes that have started before it from later ones.
 *
 * @param ticks no process spawned from now on starts before this, in the unit of start times
 * @param newestPid the pid given last; 0 where that is not known, or not known exactly
 * @param forks how many processes and threads were ever started on the machine; 0 where that is not known
 */
public record Moment(long ticks, long newestPid, long forks) {

    /** Before all processes. */
    public static final Moment BEGINNING = new Moment(0, 0, 0);

    /** Pids are given in turn, so that fewer forks than this part of all pids do not come round to the first again. */
    private static final int SAFE_PART = 4;

    /**
     * Whether the process that has this pid now may have started after an earlier moment. Other pids need not be looked at:
     * with thousands of processes, to read them all would take longer than all else that a stop does.
     */
    boolean mayHaveGiven(long pid, Moment earlier, long pidLimit) {
        long since = forks - earlier.forks;
        // The earlier moment is that of a spawn. So a number that has not grown is not kept up to date.
        if (newestPid == 0 || earlier.newestPid == 0 || since <= 0 || since > pidLimit / SAFE_PART) {
            return true;
        }
        return earlier.newestPid <= newestPid
                ? earlier.newestPid < pid && pid <= newestPid
                : earlier.newestPid < pid || pid <= newestPid;
    }
}
