package io.github.managedservice.internal.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One look at all processes, and at the marks that callers ask for. Thread-safe. */
final class ProcessScan {

    private final ProcessTable table;
    private final List<ProcessEntry> entries;
    private final Map<ProcessEntry, Marks> marks = new ConcurrentHashMap<>();

    ProcessScan(ProcessTable table) {
        this.table = table;
        this.entries = List.copyOf(table.startedSince(0));
    }

    List<ProcessEntry> startedSince(long start) {
        return entries.stream().filter(entry -> entry.start() >= start).toList();
    }

    /** Reads the marks of a process only once. */
    boolean carries(ProcessEntry entry, ProcessMark mark) {
        return marks.computeIfAbsent(entry, its -> table.marks(its.pid())).include(mark);
    }
}
