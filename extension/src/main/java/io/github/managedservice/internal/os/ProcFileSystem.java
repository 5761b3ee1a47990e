package io.github.managedservice.internal.os;

import io.github.managedservice.internal.os.ProcessScan.Marks;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/** The process table of Linux, from {@code /proc} (proc(5)). */
public final class ProcFileSystem implements ProcessTable {

    private static final File PROC = new File("/proc");
    private static final File OUR_THREADS = new File("/proc/self/task");
    private static final int MILLIS_PER_TICK = 10;

    private static final int EMPTY_READS = 5;
    private static final long EMPTY_PAUSE_NANOS = 200_000;

    /** In proc(5): "Number of forks since boot". */
    private static final String FORKS = "\nprocesses ";

    private static final String VARIABLE = '\0' + ProcessMark.VARIABLE + '=';
    private static final CoalescedSupplier<ProcessScan> SCANS = new CoalescedSupplier<>(ProcFileSystem::look);

    private final File proc;

    public ProcFileSystem() {
        this(PROC);
    }

    public ProcFileSystem(File proc) {
        this.proc = proc;
    }

    /**
     * Uptime and start times count from the same boot, in hundredths of a second: USER_HZ is 100 wherever a JDK 17 runs
     * on Linux. Less one tick, because the two clocks are not read at the same moment.
     */
    @Override
    public long now() {
        String uptime = read("uptime", 64);
        int dot = uptime.indexOf('.');
        return dot < 0 ? 0 : Long.parseLong(uptime.substring(0, dot) + uptime.substring(dot + 1, dot + 3)) - 1;
    }

    @Override
    public List<ProcessEntry> startedSince(long start) {
        List<ProcessEntry> entries = new ArrayList<>();
        for (long pid : pids()) {
            Optional<ProcessEntry> entry = stat(pid);
            if (entry.isPresent() && entry.get().start() >= start) {
                entries.add(entry.get());
            }
        }
        return entries;
    }

    @Override
    public Optional<ProcessEntry> entry(long pid) {
        return isOurThread(pid) ? Optional.empty() : stat(pid);
    }

    // Opening a file needs a descriptor, and none may be left.
    @Override
    public boolean exists(long pid) {
        return new File(proc, Long.toString(pid)).exists();
    }

    /** Threads have such numbers too. While many services stop, most new ones belong to this JVM. */
    private static boolean isOurThread(long pid) {
        return new File(OUR_THREADS, Long.toString(pid)).exists()
                && pid != ProcessHandle.current().pid();
    }

    @Override
    public ProcessScan scan() {
        return SCANS.get();
    }

    private static ProcessScan look() {
        ProcFileSystem table = new ProcFileSystem();
        List<Long> pids = table.pids();
        return new ProcessScan(pids, table.moment(), table.pidLimit(), table::stat, table::marks);
    }

    private List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        String[] names = proc.list();
        for (String name : names == null ? new String[0] : names) {
            if (Character.isDigit(name.charAt(0))) {
                pids.add(Long.valueOf(name));
            }
        }
        return pids;
    }

    @Override
    public Moment moment() {
        return new Moment(now(), lastPid(), forks());
    }

    private long forks() {
        String stat = read("stat", Integer.MAX_VALUE);
        int count = stat.indexOf(FORKS) + FORKS.length();
        int end = stat.indexOf('\n', count);
        return count < FORKS.length() || end < 0 ? 0 : Long.parseLong(stat, count, end, 10);
    }

    @Override
    public Marks marks(long pid) {
        return new Marks(FileLockLimit.of(Long.toString(pid)), variable(pid));
    }

    @Override
    public long newestPid() {
        long last = lastPid();
        if (last > 0) {
            return last;
        }
        // Seconds old where lxcfs provides it.
        String load = read("loadavg", 128).strip();
        return load.isEmpty() ? 0 : Long.parseLong(load.substring(load.lastIndexOf(' ') + 1));
    }

    /** 0 where the kernel lacks the file. */
    private long lastPid() {
        String last = read("sys/kernel/ns_last_pid", 32).strip();
        return last.isEmpty() ? 0 : Long.parseLong(last);
    }

    @Override
    public long pidLimit() {
        String limit = read("sys/kernel/pid_max", 32).strip();
        return limit.isEmpty() ? Long.MAX_VALUE : Long.parseLong(limit);
    }

    @Override
    public Duration age(ProcessEntry entry) {
        return Duration.ofMillis(Math.max(0, now() - entry.start()) * MILLIS_PER_TICK);
    }

    @Override
    public OptionalLong ticks(ProcessEntry entry) {
        return OptionalLong.of(entry.start());
    }

    /** If a program has set the variable twice, the first counts, as in getenv(3). */
    private String variable(long pid) {
        String environment = '\0' + environment(pid);
        int begin = environment.indexOf(VARIABLE);
        return begin < 0 ? "" : environment.substring(begin + VARIABLE.length()).split("\0", 2)[0];
    }

    /**
     * Empty for a process of another user or one that is not dumpable. In the middle of an exec it reads as empty, so
     * an empty one is read again a moment later.
     */
    private String environment(long pid) {
        String environment = read(pid + "/environ", Integer.MAX_VALUE);
        for (int again = 0; again < EMPTY_READS && environment.isEmpty() && hasMemory(pid); again++) {
            LockSupport.parkNanos(EMPTY_PAUSE_NANOS);
            environment = read(pid + "/environ", Integer.MAX_VALUE);
        }
        return environment;
    }

    /** False for kernel threads and zombies, whose environment stays empty, and where it is not readable. */
    private boolean hasMemory(long pid) {
        return !read(pid + "/statm", 64).startsWith("0 ") && new File(proc, pid + "/environ").canRead();
    }

    private Optional<ProcessEntry> stat(long pid) {
        String stat = read(pid + "/stat", 1024);
        // The name of the process is in brackets, and may contain brackets and line ends.
        int state = stat.lastIndexOf(')') + 2;
        if (state < 2 || state > stat.length()) {
            return Optional.empty();
        }
        int parent = skip(stat, state, 1);
        int session = skip(stat, parent, 2);
        int threads = skip(stat, session, 14);
        int start = skip(stat, threads, 2);
        return Optional.of(new ProcessEntry(
                pid,
                number(stat, parent),
                number(stat, session),
                number(stat, start),
                isAlive(stat.charAt(state), number(stat, threads))));
    }

    /** The index of a later field. No split, because few of the fifty fields are needed. */
    private static int skip(String text, int field, int count) {
        int begin = field;
        for (int i = 0; i < count; i++) {
            begin = text.indexOf(' ', begin) + 1;
        }
        return begin;
    }

    private static long number(String text, int field) {
        return Long.parseLong(text, field, text.indexOf(' ', field), 10);
    }

    // A first thread that has ended makes the process look like a zombie while its other threads run on.
    private static boolean isAlive(char state, long threads) {
        return switch (state) {
            case 'X', 'x' -> false;
            case 'Z' -> threads > 1;
            default -> true;
        };
    }

    private String read(String file, int atMost) {
        try (FileInputStream in = new FileInputStream(new File(proc, file))) {
            if (atMost == Integer.MAX_VALUE) {
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            }
            // The first read gets the whole file. Reading until the end of file would double the cost.
            byte[] bytes = new byte[atMost];
            return new String(bytes, 0, Math.max(0, in.read(bytes)), StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrForbidden) {
            return "";
        }
    }
}
