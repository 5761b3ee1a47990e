package io.github.managedservice.internal.process;

import io.github.managedservice.internal.log.LibraryLog;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keeps on disk what the guard was told, for the case that JVM and guard die in the same instant: the next test run of the
 * same user finds it and hands it to a guard of its own.
 *
 * <p>It holds orders for the guard's script, except stop commands, for their environment may hold secrets. The guard
 * deletes it when it has done its work, and so at the end of every JVM. Without a folder to write to there is none. Not
 * thread-safe.
 */
final class Ledger {

    /** A look into a folder takes milliseconds, unless it is on a file system that hangs. */
    private static final long SWEEP_MILLIS = 5000;

    private final LedgerFolder folder;
    private @Nullable Path file;
    private @Nullable OutputStream out;
    private boolean begun;

    Ledger(LedgerFolder folder) {
        this.folder = folder;
    }

    /** Adds orders. They are with the operating system when this returns, and so outlive the JVM. */
    void write(String orders) {
        try {
            // A run inside a service ends with that, its guard too, and whoever ends it looks after its services.
            boolean first = !begun;
            begun = true;
            if (first && System.getenv(ProcessMark.VARIABLE) == null) {
                begin();
            }
            append(orders);
        } catch (IOException e) {
            giveUp(e);
        }
    }

    /** Tells of the guard to whoever finds the ledger. */
    void writeGuard(ProcessEntry.Identity guard) {
        write("guard " + guard.pid() + ' ' + guard.start() + '\n');
    }

    /** What makes a guard delete this ledger in the end; empty where there is none. */
    String order() {
        return file == null ? "" : "ledger 0 " + ShellWord.onOneLine(ShellWord.quote(file.toString())) + '\n';
    }

    private void begin() throws IOException {
        JvmIdentity self = JvmIdentity.ofThisJvm();
        Path created = folder.create(self);
        file = created;
        // No channel, which an interrupt of the thread that starts a service would close.
        out = new FileOutputStream(created.toFile(), true);
        append(self.line() + order());
        Thread sweep = new Thread(() -> folder.sweep(self), "managed-service-sweep");
        sweep.setDaemon(true);
        sweep.start();
        awaitAtTheEnd(sweep);
    }

    /** A run may be over before it has looked at what others have left. */
    private static void awaitAtTheEnd(Thread sweep) {
        Thread end = new Thread(() -> join(sweep), "managed-service-sweep-end");
        try {
            Runtime.getRuntime().addShutdownHook(end);
        } catch (IllegalStateException isTheEnd) {
            // Then it may be cut short, and the next run looks again.
        }
    }

    private static void join(Thread sweep) {
        try {
            sweep.join(SWEEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void append(String orders) throws IOException {
        if (out != null) {
            out.write(orders.getBytes(Ward.CHARSET));
        }
    }

    private void giveUp(IOException reason) {
        LibraryLog.debug(
                "No ledger can be kept, so services will survive if this JVM and its guard are killed at once: "
                        + reason);
        out = null;
    }
}
