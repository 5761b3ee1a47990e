package io.github.managedservice.internal.guard;

import io.github.managedservice.internal.os.NativeText;
import io.github.managedservice.internal.os.ProcFileSystem;
import io.github.managedservice.internal.os.ProcMount;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.os.Spawning;
import io.github.managedservice.internal.os.SystemPrograms;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The shell that runs the guard's script, and the pipe for its orders. */
final class GuardProcess {

    /** Makes the text of {@code /proc} what the script expects. */
    static final String GIVEN_VARIABLE = "LC_ALL";

    private static final Duration LAST_WORK = Duration.ofSeconds(5);

    private final Process process;
    private final Thread watcher;
    private final OrderPipe orders;

    private GuardProcess(Process process, Thread watcher) {
        this.process = process;
        this.watcher = watcher;
        this.orders = new OrderPipe(process);
    }

    /**
     * Starts a guard on a thread that then runs {@code watching}, which must return only when the guard has ended: the
     * kernel signals the guard when the thread that started it ends (PR_SET_PDEATHSIG in prctl(2)).
     */
    static GuardProcess start(Consumer<GuardProcess> watching) throws IOException {
        ProcessBuilder builder = builder();
        builder.environment()
                .put(
                        "MANAGED_SERVICE_JVM",
                        Long.toString(ProcessHandle.current().pid()));
        // The script talks to its own program through this pipe.
        Parent parent = new Parent(builder.redirectOutput(ProcessBuilder.Redirect.PIPE), watching);
        Thread thread = new Thread(parent, "managed-service-guard");
        thread.setDaemon(true);
        // This thread may outlive the class loader of the thread that starts the first service.
        thread.setContextClassLoader(null);
        thread.start();
        return parent.child();
    }

    /** The guard deletes a ledger that has the order to; any other one is deleted here. */
    static GuardProcess sweep(Path ledger, boolean deletesIt) throws IOException {
        GuardProcess guard =
                new GuardProcess(Spawning.start(builder().redirectInput(ledger.toFile())), Thread.currentThread());
        if (!deletesIt) {
            // The guard has opened it, and nothing else needs it.
            Files.deleteIfExists(ledger);
        }
        return guard;
    }

    private static ProcessBuilder builder() throws IOException {
        if (!ProcMount.isPresent()) {
            throw new IOException(
                    ProcMount.isOfOthers() ? "/proc is that of another pid namespace here" : "there is no /proc here");
        }
        if (SystemPrograms.SH.isEmpty()) {
            throw new IOException("there is no sh here");
        }
        List<String> words = new ArrayList<>();
        // Out of reach of signals from the terminal and to the process group of the JVM.
        if (SystemPrograms.SETSID.isPresent()) {
            words.add(SystemPrograms.SETSID.get());
        }
        // In a variable, so that process lists do not show the whole script.
        words.addAll(
                List.of(SystemPrograms.SH.get(), "-c", "eval \"$MANAGED_SERVICE_GUARD\"", "managed-service-guard"));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(new File("/"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        // The guard of a nested run belongs to the enclosing service, and ends with it.
        environment.keySet().retainAll(List.of(ProcessMark.VARIABLE));
        environment.put(GIVEN_VARIABLE, "C");
        environment.put("PATH", SystemPrograms.PATH);
        environment.put("MANAGED_SERVICE_GUARD", GuardScripts.GUARD);
        environment.put("MANAGED_SERVICE_SCOUT", GuardScripts.SCOUT);
        environment.put("MANAGED_SERVICE_PID_MAX", Long.toString(new ProcFileSystem().pidLimit()));
        return builder;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean awaitExit(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Fails if the guard has ended; also if it is stopped and does not read, and then kills it. */
    void write(String text) throws IOException {
        try {
            orders.write(text.getBytes(NativeText.CHARSET));
        } catch (IOException e) {
            kill();
            throw e;
        }
    }

    /** A stopped process (SIGSTOP) does not see the end of the pipe. */
    void awaitEndOrKill() {
        try {
            if (awaitExit(LAST_WORK)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** The guard ends when it has carried out its orders. */
    void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
        }
    }

    void wakeWatcher() {
        watcher.interrupt();
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Starts a guard and lives as long as the guard. */
    private static final class Parent implements Runnable {

        private final ProcessBuilder builder;
        private final Consumer<GuardProcess> watching;
        private final CompletableFuture<GuardProcess> started = new CompletableFuture<>();

        private Parent(ProcessBuilder builder, Consumer<GuardProcess> watching) {
            this.builder = builder;
            this.watching = watching;
        }

        @Override
        public void run() {
            GuardProcess child;
            try {
                child = new GuardProcess(Spawning.start(builder), Thread.currentThread());
            } catch (IOException | RuntimeException | Error e) {
                started.completeExceptionally(e);
                return;
            }
            started.complete(child);
            watching.accept(child);
        }

        private GuardProcess child() throws IOException {
            try {
                return started.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
            }
        }
    }
}
