package io.github.managedservice.internal.guard;

import io.github.managedservice.internal.process.BackOff;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;

/**
 * Writes to a guard without blocking for long: a stopped guard (SIGSTOP, a debugger, a frozen cgroup) does not read,
 * and a write to a full pipe waits until it does.
 *
 * <p>Only the other end tells how much is unread, and opening it costs time. So this looks only when the pipe could be
 * full, once in some hundred starts. Not thread-safe.
 */
final class OrderPipe {

    /**
     * Always fits: a pipe has 16 pages (pipe(7)), but a write that exceeds the rest of a page begins a new one, so in
     * the worst case all are half full.
     */
    private static final int ROOM = 32 * 1024;

    /** A guard reads some kilobytes in a millisecond, also on a busy machine. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Process guard;

    /** At most this much is in the pipe. */
    private int unread;

    OrderPipe(Process guard) {
        this.guard = guard;
    }

    void write(byte[] orders) throws IOException {
        OutputStream out = guard.getOutputStream();
        for (int from = 0; from < orders.length; ) {
            int length = Math.min(ROOM, orders.length - from);
            awaitRoom(length);
            out.write(orders, from, length);
            out.flush();
            unread += length;
            from += length;
        }
    }

    /** An interrupt does not end the wait; the flag is restored afterwards. */
    private void awaitRoom(int length) throws IOException {
        if (unread + length <= ROOM) {
            return;
        }
        unread = look();
        BackOff backOff = new BackOff(LIMIT);
        while (unread + length > ROOM && !backOff.isOver()) {
            backOff.pauseThroughInterrupts();
            unread = look();
        }
        backOff.restoreInterrupt();
        if (unread + length > ROOM) {
            throw new IOException("it has not read its orders for " + LIMIT.toSeconds() + " s");
        }
    }

    /**
     * Unread bytes; 0 where they are not readable. A shell moves its input while it runs a command with another one, so
     * this looks at all its pipes.
     */
    private int look() {
        File descriptors = new File("/proc/" + guard.pid() + "/fd");
        String[] names = descriptors.list();
        int most = 0;
        for (String name : names == null ? new String[0] : names) {
            most = Math.max(most, look(new File(descriptors, name)));
        }
        return most;
    }

    private static int look(File descriptor) {
        try {
            if (!Files.readSymbolicLink(descriptor.toPath()).toString().startsWith("pipe:")) {
                return 0;
            }
            try (FileInputStream end = new FileInputStream(descriptor)) {
                return end.available();
            }
        } catch (IOException goneOrForbidden) {
            return 0;
        }
    }
}
