package io.github.managedservice.internal.process;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;

/**
 * The pipe to a guard, which never blocks for long: a guard that is stopped (SIGSTOP, a debugger, a frozen cgroup) does not
 * read, and whoever writes into a full pipe waits until it does.
 *
 * <p>What is not read yet can only be asked of the other end, which costs opening it. So that is done when the pipe could
 * be full, which is once for some hundred starts. Not thread-safe.
 */
final class OrderPipe {

    /**
     * What always fits: a pipe has 16 pages (pipe(7)), but what does not fit into the rest of one page begins another, so
     * that in the worst case they are half full.
     */
    private static final int ROOM = 32 * 1024;

    /** A guard reads at once, some kilobytes in a millisecond, also on a busy machine. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Process guard;

    /** How much there may be in the pipe at most. */
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

    /** An interrupt does not end the wait, but is kept. */
    private void awaitRoom(int length) throws IOException {
        if (unread + length <= ROOM) {
            return;
        }
        unread = look();
        BackOff backOff = new BackOff(LIMIT);
        boolean interrupted = false;
        while (unread + length > ROOM && !backOff.isOver()) {
            try {
                backOff.pause();
            } catch (InterruptedException e) {
                interrupted = true;
            }
            unread = look();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (unread + length > ROOM) {
            throw new IOException("it has not read its orders for " + LIMIT.toSeconds() + " s");
        }
    }

    /**
     * How much is in the pipe; nothing as far as is known where we may not look. A shell has its input elsewhere while it
     * runs a command with another, so all its pipes are looked at.
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
