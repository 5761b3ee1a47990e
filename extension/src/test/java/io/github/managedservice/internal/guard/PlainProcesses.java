package io.github.managedservice.internal.guard;

import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.os.ProcessTable;
import io.github.managedservice.internal.os.ProcessTables;
import io.github.managedservice.internal.process.Lines;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Processes of one test that nothing of the code under test has started. */
final class PlainProcesses implements AutoCloseable {

    private final ProcessTable table = ProcessTables.ofThisPlatform();
    private final List<Process> started = new ArrayList<>();
    private Lines lines = new Lines(InputStream.nullInputStream());

    /** Shell text that makes a process carry the mark as its limit. */
    static String limit(ProcessMark mark) {
        long cookie = mark.cookie();
        return "{ ulimit -S -w " + cookie + " || ulimit -S -x " + cookie + "; } 2>/dev/null; ";
    }

    /** Starts a process and waits until it prints {@code up}. */
    Process start(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        lines = new Lines(process.getInputStream());
        lines.await("up", 1);
        return process;
    }

    /** Has a process end with the others. */
    Process add(Process process) {
        started.add(process);
        return process;
    }

    /** What the process started last prints after that. */
    Lines lines() {
        return lines;
    }

    /** A pid, and a start time so many clock ticks later than that of the process that has it. */
    String identity(long pid, long later) {
        return pid + " " + (table.ticks(table.entry(pid).orElseThrow()).orElseThrow() + later);
    }

    void kill() {
        started.forEach(Process::destroyForcibly);
    }

    @Override
    public void close() {
        kill();
        started.forEach(process -> process.onExit().join());
    }
}
