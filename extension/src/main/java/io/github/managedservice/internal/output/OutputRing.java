package io.github.managedservice.internal.output;

/** Keeps the last bytes of a log in memory, addressed by their position in the log. Guarded by the log's lock. */
final class OutputRing {

    private final byte[] bytes;
    private long end;

    OutputRing(int size) {
        bytes = new byte[size];
    }

    /** The position of the oldest byte still here. */
    long start() {
        return Math.max(0, end - bytes.length);
    }

    long end() {
        return end;
    }

    void append(byte[] source, int length) {
        int kept = Math.min(length, bytes.length);
        end += length;
        int into = indexOf(end - kept);
        int first = Math.min(kept, bytes.length - into);
        System.arraycopy(source, length - kept, bytes, into, first);
        System.arraycopy(source, length - kept + first, bytes, 0, kept - first);
    }

    /** Copies bytes that are all here: {@code start() <= position} and {@code position + length <= end()}. */
    void copy(long position, byte[] into, int length) {
        int from = indexOf(position);
        int first = Math.min(length, bytes.length - from);
        System.arraycopy(bytes, from, into, 0, first);
        System.arraycopy(bytes, 0, into, first, length - first);
    }

    private int indexOf(long position) {
        return (int) (position % bytes.length);
    }
}
