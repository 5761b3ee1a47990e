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
    private final long pidLimit;
    private final LongFunction<Optional<ProcessEntry>> entryReader;
    private final LongFunction<Marks> marksReader;
    private final Map<Long, Optional<ProcessEntry>> entries = new ConcurrentHashMap<>();
    private final Map<ProcessEntry, Marks> marks = new ConcurrentHashMap<>();

    /** The moment must be after the look at the pids. */
    ProcessScan(
            List<Long> pids,
            Moment moment,
            long pidLimit,
            LongFunction<Optional<ProcessEntry>> entryReader,
            LongFunction<Marks> marksReader) {
        this.pids = pids;
        this.moment = moment;
        this.pidLimit = pidLimit;
        this.entryReader = entryReader;
        this.marksReader = marksReader;
    }

    /** Of processes that were read already. */
    ProcessScan(List<ProcessEntry> entries, LongFunction<Marks> marksReader) {
        this(new ArrayList<>(), Moment.BEGINNING, Long.MAX_VALUE, pid -> Optional.empty(), marksReader);
        for (ProcessEntry entry : entries) {
            pids.add(entry.pid());
            this.entries.put(entry.pid(), Optional.of(entry));
        }
    }

    public List<ProcessEntry> startedSince(Moment earlier) {
        List<ProcessEntry> later = new ArrayList<>();
        for (long pid : pids) {
            if (moment.mayHaveGiven(pid, earlier, pidLimit)) {
                Optional<ProcessEntry> entry = entries.computeIfAbsent(pid, entryReader::apply);
                if (entry.isPresent() && entry.get().start() >= earlier.ticks()) {
                    later.add(entry.get());
                }
            }
        }
        return later;
    }

    /** Reads the marks of a process only once. */
    public boolean carries(ProcessEntry entry, ProcessMark mark) {
        return marks.computeIfAbsent(entry, its -> marksReader.apply(its.pid())).include(mark);
    }

    /** The marks of one process, of whatever service; empty where it has none or the platform does not show them. */
    public record Marks(Optional<FileLockLimit> limit, String variable) {

        public static final Marks NONE = new Marks(Optional.empty(), "");

        public boolean include(ProcessMark mark) {
            return (limit.isPresent() && limit.get().is(mark)) || mark.isIn(variable);
        }
    }
}
