package io.github.managedservice.internal.guard;

import io.github.managedservice.internal.log.LibraryLog;
import io.github.managedservice.internal.os.NativeText;
import io.github.managedservice.internal.os.ProcMount;
import io.github.managedservice.internal.os.ProcessEntry;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.os.ProcessTables;
import io.github.managedservice.internal.text.ShellWord;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the guard's orders on disk, in case JVM and guard die at the same instant: the next test run of the same user
 * finds them and gives them to its own guard.
 *
 * <p>It omits stop commands, because their environment may hold secrets. The guard deletes the ledger when it has
 * finished, so at the end of every JVM. Without a writable folder there is no ledger. Not thread-safe.
 */
final class Ledger {

    private final LedgerFolder folder;
    private @Nullable Path file;
    private @Nullable OutputStream out;
    private boolean begun;
    private boolean swept;

    Ledger(LedgerFolder folder) {
        this.folder = folder;
    }

    /** Makes the file, which {@link #write} does where it is needed. */
    void begin() {
        write("");
    }

    /** The operating system has the orders when this returns, so they outlive the JVM. */
    void write(String orders) {
        try {
            // A run inside a service, and its guard, end with the service; the outer run ends what this one started.
            boolean first = !begun;
            begun = true;
            if (first && System.getenv(ProcessMark.VARIABLE) == null) {
                create();
            }
            append(orders);
        } catch (IOException e) {
            giveUp(e);
        }
    }

    void writeGuard(long pid) {
        Optional<ProcessEntry> guard = ProcessTables.ofThisPlatform().entry(pid);
        if (guard.isPresent()) {
            write(FoundLedger.guardLine(guard.get().identity()));
        }
    }

    /** The order to delete this ledger in the end; empty where there is no ledger. */
    String order() {
        return file == null ? "" : "ledger 0 " + ShellWord.onOneLine(ShellWord.quote(file.toString())) + '\n';
    }

    /** The next write begins another ledger. */
    void delete() {
        close();
        Path written = file;
        if (written != null) {
            folder.delete(written);
        }
        file = null;
        begun = false;
    }

    private void create() throws IOException {
        JvmIdentity self = JvmIdentity.ofThisJvm();
        Path created = folder.create(self);
        file = created;
        // Not a channel: an interrupt of the thread that starts a service would close it.
        out = new FileOutputStream(created.toFile(), true);
        append(self.line() + order());
        if (!swept) {
            swept = true;
            Sweep.start(() -> folder.sweep(self));
        }
    }

    private void append(String orders) throws IOException {
        if (out != null) {
            out.write(orders.getBytes(NativeText.CHARSET));
        }
    }

    private void giveUp(IOException reason) {
        close();
        String message =
                "No ledger can be kept, so services will survive if this JVM and its guard are killed at the same"
                        + " time: "
                        + reason + ".";
        if (ProcMount.isPresent()) {
            LibraryLog.warn(message);
        } else {
            // There is no guard either, and the guard has logged that.
            LibraryLog.debug(message);
        }
    }

    private void close() {
        OutputStream open = out;
        out = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            // Everything was written before.
        }
    }
}
