package io.github.managedservice.internal.output;

import io.github.managedservice.internal.log.LateLog;
import io.github.managedservice.internal.output.BlockIndex.Block;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Takes all output of a service: every byte to a file, the last ones to memory. Thread-safe. */
public final class OutputLog implements AutoCloseable {

    private static final int RING_SIZE = 256 * 1024;
    private static final int INDEX_CAPACITY = 65_536;
    private static final int COPIED = 64 * 1024;
    private static final long FIRST_SPAN = 128 * 1024;
    private static final long LAST_SPAN = 16 * 1024 * 1024;

    /** Guards the order of pieces. Taken before the other lock, so that readers do not wait for a slow disk. */
    private final Object writing = new Object();

    private final OutputFile file;

    /** Guards all fields below. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition changed = lock.newCondition();
    private final OutputRing ring = new OutputRing(RING_SIZE);
    private final BlockIndex index = new BlockIndex(INDEX_CAPACITY);
    private final Set<OutputSource> ended = EnumSet.noneOf(OutputSource.class);
    private final Set<OutputSource> restarted = EnumSet.noneOf(OutputSource.class);
    private boolean closed;

    private OutputLog(OutputFile file) {
        this.file = file;
    }

    /**
     * Creates or empties the file. If another service writes it, of this JVM or another, it tries NAME-2, NAME-3 and so
     * on.
     */
    public static OutputLog open(Path wanted) throws IOException {
        return new OutputLog(OutputFile.open(wanted));
    }

    /** The real path. */
    public Path file() {
        return file.path();
    }

    /** The number of bytes so far. */
    public long position() {
        return state().position();
    }

    /** Never throws if the file cannot be written: the log goes on in memory. */
    public void append(OutputSource source, ByteBuffer bytes) {
        int length = bytes.remaining();
        if (length == 0) {
            return;
        }
        boolean isWritten;
        synchronized (writing) {
            // First, so that a line that was seen in memory is in the file too.
            isWritten = file.append(bytes.duplicate());
            lock.lock();
            try {
                index.add(source, length, System.currentTimeMillis(), restarted.remove(source));
                ring.append(bytes);
            } finally {
                announceAndUnlock();
            }
        }
        if (!isWritten) {
            LateLog.warn("The log " + description()
                    + ". What the service prints from now on is still matched, but kept in memory only.");
        }
    }

    /** Completes the last line of a stream, which may have no newline. */
    public void end(OutputSource source) {
        lock.lock();
        try {
            ended.add(source);
        } finally {
            announceAndUnlock();
        }
    }

    /** Expects both streams of a restarted service. Its log goes on. */
    public void reopen() {
        lock.lock();
        try {
            ended.clear();
            restarted.addAll(EnumSet.allOf(OutputSource.class));
        } finally {
            announceAndUnlock();
        }
    }

    /** The first error met in writing the file. */
    public Optional<IOException> writeFailure() {
        return file.failure();
    }

    /** The real path, followed by a remark in brackets if the file does not hold all output. */
    public String description() {
        Optional<IOException> failure = file.failure();
        if (failure.isPresent()) {
            return file() + " (incomplete: " + failure.get().getMessage() + ")";
        }
        return file() + (Files.exists(file()) ? "" : " (deleted while the service ran)");
    }

    /** Returns the lines that ended after this position, in that order, an unfinished last one included. */
    public List<OutputLine> lines(long from) {
        List<OutputLine> lines = new ArrayList<>();
        new LineReader(this, from).readAll(position(), lines::add);
        return List.copyOf(lines);
    }

    /**
     * Returns the last lines, in the order in which they ended, an unfinished last one included. It looks back as far
     * as needed, but not through gigabytes with hardly a newline.
     */
    public List<OutputLine> tail(int count) {
        long end = position();
        for (long span = FIRST_SPAN; ; span *= 4) {
            long from = Math.max(0, end - span);
            List<OutputLine> lines = new LineReader(this, from).readLast(count, end);
            if (lines.size() >= count || from == 0 || span >= LAST_SPAN) {
                return lines;
            }
        }
    }

    /** Copies bytes as they were printed. Those that are neither in the file nor in memory any more are left out. */
    public void copy(long from, long until, OutputStream out) throws IOException {
        byte[] block = new byte[COPIED];
        for (long position = from; position < until; ) {
            Optional<Block> read = read(position, until, block);
            if (read.isEmpty()) {
                return;
            }
            out.write(block, 0, read.get().length());
            position = read.get().end();
        }
    }

    /** Completes the file and frees its name. Later output is kept in memory only. */
    @Override
    public void close() {
        synchronized (writing) {
            file.close();
            lock.lock();
            closed = true;
            announceAndUnlock();
        }
    }

    State state() {
        lock.lock();
        try {
            return new State(ring.end(), ended, closed);
        } finally {
            lock.unlock();
        }
    }

    /** Makes waiting threads ask again whether they have waited long enough. */
    public void wake() {
        lock.lock();
        announceAndUnlock();
    }

    /**
     * Waits until the state of the log differs from the one seen, or enough says so, or the time is over; returns the
     * state then.
     */
    State awaitChange(State seen, long limitNanos, BooleanSupplier enough) throws InterruptedException {
        long left = limitNanos;
        lock.lock();
        try {
            while (left > 0 && !enough.getAsBoolean() && seen.equals(state())) {
                left = changed.awaitNanos(left);
            }
            return state();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Copies bytes of one block, from this position on. If these are neither in the file nor in memory any more, it
     * copies later ones; empty if there are none.
     */
    Optional<Block> read(long position, long until, byte[] into) {
        Block wanted;
        lock.lock();
        try {
            if (position >= ring.start()) {
                return Optional.of(readMemory(position, until, into));
            }
            wanted = blockAt(position, until, into);
        } finally {
            lock.unlock();
        }
        // Without the lock, or a reader far behind would slow the pumps down.
        int length = file.read(position, into, wanted.length());
        return length > 0
                ? Optional.of(wanted.part(position, position + length))
                : readOldestInMemory(position, until, into);
    }

    private void announceAndUnlock() {
        changed.signalAll();
        lock.unlock();
    }

    private Optional<Block> readOldestInMemory(long position, long until, byte[] into) {
        lock.lock();
        try {
            long oldest = Math.max(position, ring.start());
            return oldest < until ? Optional.of(readMemory(oldest, until, into)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Block readMemory(long position, long until, byte[] into) {
        Block block = blockAt(position, until, into);
        ring.copy(position, into, block.length());
        return block;
    }

    private Block blockAt(long position, long until, byte[] into) {
        Block block = index.at(position);
        return block.part(position, Math.min(block.end(), Math.min(until, position + into.length)));
    }

    record State(long position, Set<OutputSource> ended, boolean closed) {

        State {
            ended = Set.copyOf(ended);
        }

        // Written out, as those of ProcessMark.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof State state
                    && state.position == position
                    && state.closed == closed
                    && state.ended.equals(ended);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(position);
        }
    }
}
