package io.github.managedservice.internal.output;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes every byte to the log file, up to the first error.
 *
 * <p>A channel writes without a copy, but an interrupt closes it ({@link java.nio.channels.InterruptibleChannel}). So
 * only pumps write, whose threads ignore interrupts; test threads, which JUnit's timeouts interrupt, read through a
 * file of their own.
 */
final class OutputFile implements AutoCloseable {

    private final LogFileClaim claim;
    private final FileChannel out;
    private volatile long written;
    private volatile @Nullable IOException failure;
    private boolean closed;

    private OutputFile(LogFileClaim claim, FileChannel out) {
        this.claim = claim;
        this.out = out;
    }

    static OutputFile open(Path wanted) throws IOException {
        LogFileClaim claim = LogFileClaim.first(wanted);
        try {
            return new OutputFile(claim, FileChannel.open(claim.file(), CREATE, TRUNCATE_EXISTING, WRITE));
        } catch (Throwable e) {
            claim.close();
            throw e;
        }
    }

    Path path() {
        return claim.file();
    }

    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Appends nothing after an error: a file that ends early can be trusted, one with holes cannot. False at the first
     * error only.
     */
    boolean append(ByteBuffer bytes) {
        if (closed || failure != null) {
            return true;
        }
        try {
            while (bytes.hasRemaining()) {
                long end = written + out.write(bytes);
                written = end;
            }
            return true;
        } catch (IOException e) {
            failure = e;
            return false;
        }
    }

    /** Returns the number of bytes read from this position on, 0 if there are none. Needs no lock. */
    int read(long position, byte[] into, int length) {
        int wanted = (int) Math.min(length, written - position);
        if (wanted <= 0) {
            return 0;
        }
        // Opened for each block: that costs little beside matching its lines, and leaves nothing open.
        try (RandomAccessFile file = new RandomAccessFile(path().toFile(), "r")) {
            file.seek(position);
            return Math.max(0, file.read(into, 0, wanted));
        } catch (IOException e) {
            // Perhaps its user has deleted it. The bytes in memory can still be read.
            return 0;
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (claim;
                out) {
            // A channel has no buffer to flush.
        } catch (IOException e) {
            if (failure == null) {
                failure = e;
            }
        }
    }
}
