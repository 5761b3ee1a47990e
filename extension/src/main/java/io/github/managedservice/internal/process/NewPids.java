package io.github.managedservice.internal.process;

import io.github.managedservice.internal.os.ProcessTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the pids that were given since the last call.
 *
 * <p>A chain that forks faster than the process table can be read appears in no scan. But the kernel gives pids in
 * turn, so every new process has a pid between the newest of the last call and the newest now. When a call returns
 * none, all processes that a scan may have missed have been listed.
 */
final class NewPids {

    private static final int MANY = 3000;

    private final ProcessTable table;
    private long seen;

    NewPids(ProcessTable table) {
        this.table = table;
        this.seen = table.newestPid();
    }

    /** Pids and thread ids; only the newest, where there are too many. */
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
