package io.github.managedservice.internal.output;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Keeps the last bytes of a log in memory, addressed by their position in the log. Guarded by the log's lock. It grows
 * with the log up to its size, because most services print little, and there may be many.
 */
final class OutputRing {

    private static final int FIRST_SIZE = 1024;

    private final int size;
    private byte[] bytes;
    private long end;

    OutputRing(int size) {
        this.size = size;
        this.bytes = new byte[Math.min(size, FIRST_SIZE)];
    }

    /** The position of the oldest byte in memory. */
    long start() {
        return Math.max(0, end - bytes.length);
    }

    long end() {
        return end;
    }

    void append(ByteBuffer source) {
        int length = source.remaining();
        makeRoom(length);
        int kept = Math.min(length, bytes.length);
        end += length;
        int into = indexOf(end - kept);
        int first = Math.min(kept, bytes.length - into);
        int from = source.limit() - kept;
        source.get(from, bytes, into, first);
        source.get(from + first, bytes, 0, kept - first);
    }

    /** Copies bytes that are all in memory: {@code start() <= position} and {@code position + length <= end()}. */
    void copy(long position, byte[] into, int length) {
        int from = indexOf(position);
        int first = Math.min(length, bytes.length - from);
        System.arraycopy(bytes, from, into, 0, first);
        System.arraycopy(bytes, 0, into, first, length - first);
    }

    /** While it can grow, nothing was overwritten, so each byte has the index that it has in a larger array. */
    private void makeRoom(int length) {
        if (bytes.length < size && end + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(size, Math.max(end + length, 2L * bytes.length)));
        }
    }

    private int indexOf(long position) {
        return (int) (position % bytes.length);
    }
}
