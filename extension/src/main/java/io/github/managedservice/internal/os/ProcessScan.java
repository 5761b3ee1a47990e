package io.github.managedservice.internal.os;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;

/** One look at the pids of all processes, and at the processes and marks that callers ask for. Thread-safe. */
public final class ProcessScan {

    private final List<Long> pids;
    private final Moment moment;
    private final ProcessTable table;
    private final LongFunction<Optional<ProcessEntry>> reader;
    private final Map<Long, Optional<ProcessEntry>> entries = new ConcurrentHashMap<>();
    private final Map<ProcessEntry, Marks> marks = new ConcurrentHashMap<>();

    /** The moment must be after the look at the pids. */
    ProcessScan(List<Long> pids, Moment moment, ProcessTable table, LongFunction<Optional<ProcessEntry>> reader) {
        this.pids = pids;
        this.moment = moment;
        this.table = table;
        this.reader = reader;
    }

    static ProcessScan of(ProcessTable table) {
        List<Long> pids = new ArrayList<>();
        ProcessScan scan = new ProcessScan(pids, Moment.BEGINNING, table, pid -> Optional.empty());
        for (ProcessEntry entry : table.startedSince(0)) {
            pids.add(entry.pid());
            scan.entries.put(entry.pid(), Optional.of(entry));
        }
        return scan;
    }

    public List<ProcessEntry> startedSince(Moment earlier) {
        long pidLimit = table.pidLimit();
        List<ProcessEntry> later = new ArrayList<>();
        for (long pid : pids) {
            if (moment.mayHaveGiven(pid, earlier, pidLimit)) {
                Optional<ProcessEntry> entry = entries.computeIfAbsent(pid, reader::apply);
                if (entry.isPresent() && entry.get().start() >= earlier.ticks()) {
                    later.add(entry.get());
                }
            }
        }
        return later;
    }

    /** Reads the marks of a process only once. */
    public boolean carries(ProcessEntry entry, ProcessMark mark) {
        return marks.computeIfAbsent(entry, its -> table.marks(its.pid())).include(mark);
    }

    /** The marks of one process, of whatever service; empty where it has none or the platform does not show them. */
    public record Marks(Optional<FileLockLimit> limit, String variable) {

        public static final Marks NONE = new Marks(Optional.empty(), "");

        public boolean include(ProcessMark mark) {
            return (limit.isPresent() && limit.get().is(mark)) || mark.isIn(variable);
        }
    }
}
