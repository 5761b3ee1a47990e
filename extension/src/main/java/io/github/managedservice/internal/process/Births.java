package io.github.managedservice.internal.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Names the processes created since it was last asked.
 *
 * <p>A chain that forks faster than the process table is read appears in no scan. But pids are given in turn, so all
 * that was created since lies between the pid that was newest then and the one that is newest now. Asked until there is
 * none, it has shown every process that a scan begun after its construction can have missed.
 */
final class Births {

    /** Beyond this, a new scan is cheaper. */
    private static final int MANY = 3000;

    private final ProcessTable table;
    private long seen;

    Births(ProcessTable table) {
        this.table = table;
        this.seen = table.newestPid();
    }

    /** The pids (and thread ids) given since the last call, or since construction; too many are cut to the newest. */
    List<Long> next() {
        long newest = table.newestPid();
        long limit = table.pidLimit();
        long count = Math.floorMod(newest - seen, limit);
        List<Long> pids = new ArrayList<>();
        for (long back = Math.min(count, MANY) - 1; back >= 0; back--) {
            pids.add(Math.floorMod(newest - back, limit));
        }
        seen = newest;
        return pids;
    }
}
