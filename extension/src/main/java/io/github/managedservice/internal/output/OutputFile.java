package io.github.managedservice.internal.output;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes every byte to the log file, up to the first error.
 *
 * <p>Streams and not channels: an interrupt closes a channel ({@link java.nio.channels.InterruptibleChannel}), and test
 * threads that look into the log are interrupted by JUnit's time-outs.
 */
final class OutputFile implements AutoCloseable {

    private final LogFileClaim claim;
    private final FileOutputStream out;
    private volatile long written;
    private volatile @Nullable IOException failure;
    private boolean closed;

    private OutputFile(LogFileClaim claim, FileOutputStream out) {
        this.claim = claim;
        this.out = out;
    }

    static OutputFile open(Path wanted) throws IOException {
        LogFileClaim claim = LogFileClaim.first(wanted);
        try {
            return new OutputFile(claim, new FileOutputStream(claim.file().toFile()));
        } catch (IOException e) {
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

    /** Appends, unless an error was met before: a file that ends early can be trusted, one with holes cannot. */
    void append(byte[] bytes, int length) {
        if (closed || failure != null) {
            return;
        }
        try {
            out.write(bytes, 0, length);
            long end = written + length;
            written = end;
        } catch (IOException e) {
            failure = e;
        }
    }

    /** Reads what is there from this position on; the number of bytes, 0 for none. Needs no lock. */
    int read(long position, byte[] into, int length) {
        int wanted = (int) Math.min(length, written - position);
        if (wanted <= 0) {
            return 0;
        }
        // Opened for each block: next to the matching of its lines that is free, and nothing is left to be closed.
        try (RandomAccessFile file = new RandomAccessFile(path().toFile(), "r")) {
            file.seek(position);
            return Math.max(0, file.read(into, 0, wanted));
        } catch (IOException e) {
            // Deleted by its user, perhaps. What is in memory goes on to be readable.
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
            out.flush();
        } catch (IOException e) {
            if (failure == null) {
                failure = e;
            }
        }
    }
}
