package io.github.managedservice.internal.os;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;

/** One look at all processes, and at the marks that callers ask for. Thread-safe. */
public final class ProcessScan {

    private final List<ProcessEntry> entries;
    private final LongFunction<Marks> reader;
    private final Map<ProcessEntry, Marks> marks = new ConcurrentHashMap<>();

    ProcessScan(List<ProcessEntry> entries, LongFunction<Marks> reader) {
        this.entries = List.copyOf(entries);
        this.reader = reader;
    }

    public List<ProcessEntry> startedSince(long start) {
        List<ProcessEntry> later = new ArrayList<>();
        for (ProcessEntry entry : entries) {
            if (entry.start() >= start) {
                later.add(entry);
            }
        }
        return later;
    }

    /** Reads the marks of a process only once. */
    public boolean carries(ProcessEntry entry, ProcessMark mark) {
        return marks.computeIfAbsent(entry, its -> reader.apply(its.pid())).include(mark);
    }

    /** The marks of one process, of whatever service; empty where it has none or the platform does not show them. */
    public record Marks(Optional<FileLockLimit> limit, String variable) {

        public static final Marks NONE = new Marks(Optional.empty(), "");

        public boolean include(ProcessMark mark) {
            return (limit.isPresent() && limit.get().is(mark)) || mark.isIn(variable);
        }
    }
}
