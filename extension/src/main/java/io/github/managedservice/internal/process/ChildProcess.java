package io.github.managedservice.internal.process;

import io.github.managedservice.internal.os.Moment;
import io.github.managedservice.internal.os.Platform;
import io.github.managedservice.internal.os.ProcessEntry;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.os.ProcessTable;
import io.github.managedservice.internal.os.ProcessTables;
import io.github.managedservice.internal.os.Spawning;
import io.github.managedservice.internal.os.SystemPrograms;
import io.github.managedservice.internal.process.TreeMembers.Root;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/** The process of a service or of a program that helps it. */
public final class ChildProcess {

    /** A process in the middle of a large write cannot die before the write is over. */
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    private static final Duration STRAY_LIMIT = Duration.ofSeconds(2);
    private static final long UNKNOWN = -1;

    private final Process process;
    private final byte[] input;
    private final OutputPipes pipes;
    private final Root root;
    private final ProcessTable table;
    private final ProcessTree tree;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    private ChildProcess(Process process, byte[] input, OutputPipes pipes, Root root, ProcessTable table) {
        this.process = process;
        this.input = input;
        this.pipes = pipes;
        this.root = root;
        this.table = table;
        this.tree = new ProcessTree(process, root, table);
    }

    /**
     * Spawns a process with the mark, in a session of its own, with the null device as standard input. It waits until
     * {@link #letGo} is called; otherwise {@link #abandon} must be called. If this throws, no process is left.
     */
    public static ChildProcess spawn(String serviceName, Launch launch, SpawnListener listener) throws IOException {
        if (!Files.isDirectory(launch.directory())) {
            throw new NotDirectoryException(launch.directory().toString());
        }
        ProcessTable table = ProcessTables.ofThisPlatform();
        Moment since = table.moment();
        LaunchCommand command = new LaunchCommand(launch);
        Process process;
        try {
            process = spawn(command, launch);
        } catch (Error e) {
            // The process may exist: the JDK may only have lacked a thread or memory to wait for it.
            killStray(launch.mark(), since, table, e);
            throw e;
        }
        try {
            return child(serviceName, process, command.input(), launch.mark(), since, table, listener);
        } catch (Throwable e) {
            kill(process);
            throw e;
        }
    }

    /**
     * Starts a probe or a stop command with the mark of its service. The guard finds it by the mark; it is not reported
     * to the guard, which would take it for the service.
     */
    public static ChildProcess startHelper(String helperName, Launch launch) throws IOException {
        return startHelper(helperName, launch, pid -> {});
    }

    /** Also passes on the process id, before the program runs. */
    public static ChildProcess startHelper(String helperName, Launch launch, LongConsumer spawned) throws IOException {
        return spawn(helperName, launch, (mark, pid, ticks) -> spawned.accept(pid))
                .letGo();
    }

    private static ChildProcess child(
            String name,
            Process process,
            byte[] input,
            ProcessMark mark,
            Moment since,
            ProcessTable table,
            SpawnListener listener) {
        OutputPipes pipes = OutputPipes.of(process);
        // Empty if it has ended already; its pid may even be reused by now.
        Optional<ProcessEntry> entry = table.entry(process.pid());
        if (entry.isPresent() && !isChild(entry.get(), since.ticks())) {
            entry = Optional.empty();
        }
        OptionalLong ticks = entry.isPresent() ? table.ticks(entry.get()) : OptionalLong.empty();
        if (ticks.isPresent()) {
            listener.started(mark, process.pid(), ticks.getAsLong());
        }
        Root root = new Root(process.pid(), since, entry, mark);
        ChildProcess child = new ChildProcess(process, input, pipes, root, table);
        child.watchExit(name, listener);
        return child;
    }

    private static boolean isChild(ProcessEntry found, long since) {
        return found.start() >= since
                && found.parent() == ProcessHandle.current().pid();
    }

    /** A process that was not let go has no children, and killing it takes neither memory nor a descriptor. */
    private static void kill(Process process) {
        process.destroyForcibly();
        BackOff backOff = new BackOff(KILL_LIMIT);
        while (process.isAlive() && !backOff.isOver()) {
            backOff.pauseThroughInterrupts();
        }
        backOff.restoreInterrupt();
    }

    /**
     * Kills a process that was spawned but not returned, if it can be found with the memory that is left; what prevents
     * that is added to the failure. The process waits for input, and ends by itself once the pipe to it is garbage.
     */
    private static void killStray(ProcessMark mark, Moment since, ProcessTable table, Throwable failure) {
        try {
            TreeMembers members = new TreeMembers(new Root(UNKNOWN, since, Optional.empty(), mark), table);
            SignalSender sender = new SignalSender(table);
            BackOff backOff = new BackOff(STRAY_LIMIT);
            List<ProcessEntry> found = children(members);
            while (!found.isEmpty() && !backOff.isOver()) {
                found.forEach(sender::kill);
                backOff.pause();
                found = children(members);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure.addSuppressed(e);
        }
    }

    /** A probe carries the mark of its service, which may run and fork meanwhile. */
    private static List<ProcessEntry> children(TreeMembers members) {
        long self = ProcessHandle.current().pid();
        return members.find().keySet().stream()
                .filter(entry -> entry.parent() == self)
                .toList();
    }

    /** Sends the lines that the launcher waits for before it becomes the program, and nothing after them. */
    public ChildProcess letGo() {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input);
        } catch (IOException e) {
            // It has ended already, and its exit code says so.
        }
        return this;
    }

    /** Ends the process, also one that was not let go, and closes its pipes, which nothing reads. */
    public void abandon() {
        kill(process);
        tree.kill(KILL_LIMIT);
        pipes.close();
    }

    public long pid() {
        return process.pid();
    }

    /** False once the process has ended, even if its exit code is not collected yet. */
    public boolean isAlive() {
        // Where no process table shows it, there is only what the JDK knows.
        return process.isAlive() && (root.entry().isEmpty() || isShownAlive());
    }

    /** A process that exists counts as alive where no file can be opened to read more about it. */
    private boolean isShownAlive() {
        Optional<ProcessEntry> shown = table.entry(root.pid());
        return shown.isPresent() ? shown.get().alive() && root.is(shown.get()) : table.exists(root.pid());
    }

    /** Completes on a thread of this process as soon as it ends, whatever still holds its pipes. */
    public CompletableFuture<Integer> onExit() {
        return exit.copy();
    }

    /**
     * Stays open after the process has ended, as long as a descendant holds the other end. The reader closes it at the
     * end of file.
     */
    public InputStream stdout() {
        return pipes.stdout();
    }

    /** See {@link #stdout}. */
    public InputStream stderr() {
        return pipes.stderr();
    }

    public ProcessTree tree() {
        return tree;
    }

    private static Process spawn(LaunchCommand command, Launch launch) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.words());
        WorkingDirectory.set(builder, launch.directory());
        command.environment(builder.environment());
        if (SystemPrograms.SH.isEmpty()) {
            builder.redirectInput(new File(Platform.HERE.windows() ? "NUL" : "/dev/null"));
        }
        try {
            return Spawning.start(builder);
        } catch (IOException e) {
            throw LaunchSize.explain(e, launch);
        }
    }

    private void watchExit(String serviceName, SpawnListener listener) {
        Thread thread = new Thread(() -> awaitExit(listener), "service-" + serviceName + "-exit");
        thread.setDaemon(true);
        thread.start();
    }

    // Process.onExit() would complete in the common pool, which the tests may keep busy.
    private void awaitExit(SpawnListener listener) {
        while (true) {
            try {
                int code = process.waitFor();
                listener.left(root.mark(), tree.rootHasEnded());
                exit.complete(code);
                return;
            } catch (InterruptedException e) {
                // Only this class knows the thread, and callers wait for the exit code.
            }
        }
    }
}
