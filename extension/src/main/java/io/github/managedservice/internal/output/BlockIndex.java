package io.github.managedservice.internal.output;

import java.time.Instant;
import java.util.Arrays;

/**
 * Remembers which source each stretch of the log came from, and when. Guarded by the log's lock.
 *
 * <p>Its size is bounded. A full index merges blocks of its older half: first those that differ in time only, then
 * others. So old output loses precision, but no bytes.
 */
final class BlockIndex {

    private static final int FRESH = 2;
    private static final int STDERR = 1;

    private final int capacity;
    // Arrays, because an object per block would take most of the memory: start << 2 | FRESH | STDERR.
    private long[] blocks = new long[64];
    private long[] times = new long[64];
    private int size;
    private long end;

    BlockIndex(int capacity) {
        this.capacity = capacity;
    }

    void add(OutputSource source, int length, long epochMillis, boolean fresh) {
        if (!continuesLast(source, epochMillis, fresh)) {
            makeRoom();
            blocks[size] = end << 2 | (fresh ? FRESH : 0) | (source == OutputSource.STDERR ? STDERR : 0);
            times[size] = epochMillis;
            size++;
        }
        end += length;
    }

    /** Returns the block that holds the byte at this position, which must be in the log. */
    Block at(long position) {
        int found = Arrays.binarySearch(blocks, 0, size, position << 2 | FRESH | STDERR);
        int block = found >= 0 ? found : -found - 2;
        long blockEnd = block + 1 < size ? start(block + 1) : end;
        return new Block(start(block), blockEnd, source(block), Instant.ofEpochMilli(times[block]), isFresh(block));
    }

    int size() {
        return size;
    }

    private boolean continuesLast(OutputSource source, long epochMillis, boolean fresh) {
        return size > 0 && !fresh && source(size - 1) == source && times[size - 1] == epochMillis;
    }

    private void makeRoom() {
        if (size < blocks.length) {
            return;
        }
        if (size < capacity) {
            int grown = Math.min(capacity, size * 2);
            blocks = Arrays.copyOf(blocks, grown);
            times = Arrays.copyOf(times, grown);
            return;
        }
        thinOut(block -> isFresh(block) || source(block) != source(block - 1));
        if (size > capacity - capacity / 8) {
            thinOut(block -> block % 2 == 0);
        }
    }

    /** Merges blocks of the older half into the block before them. */
    private void thinOut(BlockFilter kept) {
        int half = size / 2;
        int into = 1;
        // Decided before any block is moved, because a block is compared with its neighbour.
        boolean[] keeps = new boolean[half];
        for (int block = 1; block < half; block++) {
            keeps[block] = kept.keeps(block);
        }
        for (int block = 1; block < size; block++) {
            if (block >= half || keeps[block]) {
                blocks[into] = blocks[block];
                times[into] = times[block];
                into++;
            }
        }
        size = into;
    }

    private long start(int block) {
        return blocks[block] >>> 2;
    }

    private boolean isFresh(int block) {
        return (blocks[block] & FRESH) != 0;
    }

    private OutputSource source(int block) {
        return (blocks[block] & STDERR) == 0 ? OutputSource.STDOUT : OutputSource.STDERR;
    }

    /** A fresh block is the first of its source since a restart, so that no line reaches into it. */
    record Block(long start, long end, OutputSource source, Instant at, boolean fresh) {

        Block {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("A block from " + start + " to " + end + " holds nothing");
            }
        }

        int length() {
            return Math.toIntExact(end - start);
        }

        Block part(long newStart, long newEnd) {
            return new Block(newStart, newEnd, source, at, fresh && newStart == start);
        }
    }

    private interface BlockFilter {
        boolean keeps(int block);
    }
}
