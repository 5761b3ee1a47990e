package io.github.managedservice.internal.output;

import io.github.managedservice.internal.log.LateLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Takes all output of a service: every byte to a file, the last ones to memory.
 *
 * <p>Thread-safe. Lines are made only when somebody asks for them, by {@link #lines}, {@link #tail} or {@link
 * LineWatch}.
 */
public final class OutputLog implements AutoCloseable {

    private static final int RING_SIZE = 256 * 1024;
    private static final int INDEX_CAPACITY = 65_536;
    private static final int COPIED = 64 * 1024;

    /** Guards the order of pieces, and is taken before the other lock: nobody who only reads waits for a slow disk. */
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
     * Creates the file and its folders, or empties the file that is there. A file that another service writes, of this
     * JVM or another, is left alone, and NAME-2, NAME-3 and so on are tried.
     *
     * @param wanted the file to write
     * @return the log, empty
     * @throws IOException if no file can be created there
     */
    public static OutputLog open(Path wanted) throws IOException {
        return new OutputLog(OutputFile.open(wanted));
    }

    /**
     * Names the file that is written.
     *
     * @return its real path
     */
    public Path file() {
        return file.path();
    }

    /**
     * Marks a place in the log.
     *
     * @return the number of bytes so far
     */
    public long position() {
        return state().position();
    }

    /**
     * Adds what was read. Never throws for a file that cannot be written: the log goes on in memory.
     *
     * @param source where it was read
     * @param bytes what was read; left as it is
     */
    public void append(OutputSource source, ByteBuffer bytes) {
        int length = bytes.remaining();
        if (length == 0) {
            return;
        }
        boolean isWritten;
        synchronized (writing) {
            // First, so that a line which somebody has seen is in the file too.
            isWritten = file.append(bytes.duplicate());
            update(() -> {
                index.add(source, length, System.currentTimeMillis(), restarted.remove(source));
                ring.append(bytes);
            });
        }
        if (!isWritten) {
            LateLog.warn(() -> "The log " + description()
                    + ". What the service prints from now on is still matched, but kept in memory only.");
        }
    }

    /**
     * Notes that a stream has reached its end, so that its last line is complete even without a newline.
     *
     * @param source the stream
     */
    public void end(OutputSource source) {
        update(() -> ended.add(source));
    }

    /** Expects both streams again, of a service that was restarted. What was logged stays. */
    public void reopen() {
        update(() -> {
            ended.clear();
            restarted.addAll(EnumSet.allOf(OutputSource.class));
        });
    }

    /**
     * Says why the file is not complete, if so.
     *
     * @return the first error met in writing it
     */
    public Optional<IOException> writeFailure() {
        return file.failure();
    }

    /**
     * Names the file and says what is wrong with it, if anything is.
     *
     * @return its real path, followed by a remark in brackets if it does not hold all output
     */
    public String description() {
        Optional<IOException> failure = file.failure();
        if (failure.isPresent()) {
            return file() + " (incomplete: " + failure.get().getMessage() + ")";
        }
        return file() + (Files.exists(file()) ? "" : " (deleted while the service ran)");
    }

    /**
     * Reads the lines that ended after this position, an unfinished last one included.
     *
     * @param from an earlier {@link #position()}, or 0
     * @return the lines in the order in which they ended
     */
    public List<OutputLine> lines(long from) {
        return new LineHistory(this).since(from);
    }

    /**
     * Reads the last lines, an unfinished last one included.
     *
     * @param count how many at most
     * @return the lines in the order in which they ended
     */
    public List<OutputLine> tail(int count) {
        return new LineHistory(this).last(count);
    }

    /**
     * Copies bytes as they were printed. Those that are neither in the file nor in memory any more are left out.
     *
     * @param from the position of the first
     * @param until the position after the last
     * @param out takes them
     * @throws IOException if it does not
     */
    public void copy(long from, long until, OutputStream out) throws IOException {
        byte[] block = new byte[COPIED];
        for (long position = from; position < until; ) {
            Optional<OutputBlock> read = read(position, until, block);
            if (read.isEmpty()) {
                return;
            }
            out.write(block, 0, read.get().length());
            position = read.get().end();
        }
    }

    /** Completes the file and frees its name. What a pump still brings is kept in memory only. */
    @Override
    public void close() {
        synchronized (writing) {
            file.close();
            update(() -> closed = true);
        }
    }

    LogState state() {
        lock.lock();
        try {
            return new LogState(ring.end(), ended, closed);
        } finally {
            lock.unlock();
        }
    }

    /** Makes those who wait for a change ask again whether they are to wait. */
    public void wake() {
        update(() -> {});
    }

    /** Waits until the log is not any more as it was seen, or that is enough, or the time is over; returns how it is then. */
    LogState awaitChange(LogState seen, long limitNanos, BooleanSupplier enough) throws InterruptedException {
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
     * Copies bytes of one block, from this position on. They come from later on if those before are neither in the file
     * nor in memory any more; if that holds for all, the answer is empty.
     */
    Optional<OutputBlock> read(long position, long until, byte[] into) {
        OutputBlock wanted;
        lock.lock();
        try {
            if (position >= ring.start()) {
                return Optional.of(readMemory(position, until, into));
            }
            wanted = blockAt(position, until, into);
        } finally {
            lock.unlock();
        }
        // Not under the lock, or a reader far behind would slow the pumps down.
        int length = file.read(position, into, wanted.length());
        return length > 0
                ? Optional.of(wanted.part(position, position + length))
                : readOldestInMemory(position, until, into);
    }

    private void update(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Optional<OutputBlock> readOldestInMemory(long position, long until, byte[] into) {
        lock.lock();
        try {
            long oldest = Math.max(position, ring.start());
            return oldest < until ? Optional.of(readMemory(oldest, until, into)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private OutputBlock readMemory(long position, long until, byte[] into) {
        OutputBlock block = blockAt(position, until, into);
        ring.copy(position, into, block.length());
        return block;
    }

    private OutputBlock blockAt(long position, long until, byte[] into) {
        OutputBlock block = index.at(position);
        return block.part(position, Math.min(block.end(), Math.min(until, position + into.length)));
    }
}
