package io.github.managedservice.internal.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Starts a service's process and tells when it ends. */
public final class ChildProcess {

    private final Process process;
    private final Instant startedAt;
    private final Root root;
    private final ProcessTable table;
    private final ProcessTree tree;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    private ChildProcess(Process process, Instant startedAt, Root root, ProcessTable table) {
        this.process = process;
        this.startedAt = startedAt;
        this.root = root;
        this.table = table;
        this.tree = new ProcessTree(process, root, table);
    }

    /**
     * Starts a process, marked and in a session of its own, with standard input from the null device.
     *
     * @param serviceName what its threads are named after
     * @param launch what to run
     * @param guard who is told; it must expect the mark already
     * @return the running process
     * @throws IOException if it could not be started
     */
    public static ChildProcess start(String serviceName, Launch launch, Guard guard) throws IOException {
        if (!Files.isDirectory(launch.directory())) {
            throw new NotDirectoryException(launch.directory().toString());
        }
        ProcessTable table = ProcessTable.ofThisPlatform();
        long since = table.now();
        Process process = spawn(launch);
        Instant startedAt = Instant.now();
        // Empty if it has ended already; the pid could even be somebody else's by now.
        Optional<ProcessEntry> entry = table.entry(process.pid())
                .filter(found -> found.start() >= since)
                .filter(found -> found.parent() == ProcessHandle.current().pid());
        entry.ifPresent(
                found -> table.ticks(found).ifPresent(ticks -> guard.started(launch.mark(), process.pid(), ticks)));
        Root root = new Root(process.pid(), since, entry, launch.mark());
        ChildProcess child = new ChildProcess(process, startedAt, root, table);
        child.watchExit(serviceName);
        return child;
    }

    /**
     * Tells the process id.
     *
     * @return the id, the same before and after the launcher became the service
     */
    public long pid() {
        return process.pid();
    }

    /**
     * Tells when the process was spawned.
     *
     * @return the moment after the spawn
     */
    public Instant startedAt() {
        return startedAt;
    }

    /**
     * Tells whether the process runs.
     *
     * @return false once it has ended, even if nobody has seen its exit code yet
     */
    public boolean isAlive() {
        return process.isAlive()
                && table.entry(root.pid())
                        .filter(ProcessEntry::alive)
                        .filter(root::is)
                        .isPresent();
    }

    /**
     * Tells the exit code as soon as the process ends, whoever still holds its pipes.
     *
     * @return a future completed by a thread of this process's own
     */
    public CompletableFuture<Integer> onExit() {
        return exit.copy();
    }

    /**
     * Gives the raw pipe from the process's standard output.
     *
     * <p>When the process ends, the JDK drains and closes this end, even if a descendant still writes to the other. It
     * locks the stream for that: a reader that holds the stream's monitor from the start to the end of file keeps it
     * open and reads what descendants write.
     *
     * @return the stream
     */
    public InputStream stdout() {
        return process.getInputStream();
    }

    /**
     * Gives the raw pipe from the process's standard error; see {@link #stdout()}.
     *
     * @return the stream
     */
    public InputStream stderr() {
        return process.getErrorStream();
    }

    /**
     * Gives access to the process and all that came of it.
     *
     * @return the tree
     */
    public ProcessTree tree() {
        return tree;
    }

    private static Process spawn(Launch launch) throws IOException {
        LaunchCommand command = new LaunchCommand(launch);
        ProcessBuilder builder = new ProcessBuilder(command.words())
                .directory(launch.directory().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File(nullDevice())));
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        return builder.start();
    }

    private static String nullDevice() {
        return File.separatorChar == '/' ? "/dev/null" : "NUL";
    }

    private void watchExit(String serviceName) {
        Thread thread = new Thread(this::awaitExit, "service-" + serviceName + "-exit");
        thread.setDaemon(true);
        thread.start();
    }

    // Process.onExit() would complete in the common pool, which the tests may keep busy.
    private void awaitExit() {
        while (true) {
            try {
                exit.complete(process.waitFor());
                return;
            } catch (InterruptedException e) {
                // Nobody but us knows this thread, and somebody waits for the exit code.
            }
        }
    }
}
