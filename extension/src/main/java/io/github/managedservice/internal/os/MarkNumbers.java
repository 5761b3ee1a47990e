package io.github.managedservice.internal.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Makes unique marks: a part drawn at random per JVM, and a counter.
 *
 * <p>A JVM inside a managed service, such as a build started as a service, has the mark of that service as its hard
 * limit. Without privileges it can only lower the limit, so nested numbers are smaller than all outermost ones.
 */
public final class MarkNumbers {

    private static volatile @Nullable MarkNumbers known;

    private static final int COUNTER_BITS = 20;

    /** Odd, and a multiple of it differs in all bits (Knuth, The Art of Computer Programming, 6.4). */
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private static final long OUTERMOST = 1L << 62;
    private static final long NESTED = 1L << 61;
    private static final long SMALLEST_USEFUL_LIMIT = 1L << (COUNTER_BITS + 20);

    private final boolean nested;
    private final AtomicLong next;

    /** Makes a mark that no other service start on this machine has. */
    public static ProcessMark newMark() {
        return new ProcessMark(ofThisJvm().next());
    }

    /** Fails if the limits exist but cannot be read: a guess would stay for the life of this JVM. */
    public static MarkNumbers ofThisJvm() {
        MarkNumbers numbers = known;
        return numbers == null ? find() : numbers;
    }

    private static synchronized MarkNumbers find() {
        MarkNumbers numbers = known;
        if (numbers == null) {
            Optional<FileLockLimit> own = FileLockLimit.of("self");
            numbers = new MarkNumbers(own.isPresent() ? own.get() : unlimited(), distinct());
            known = numbers;
        }
        return numbers;
    }

    private static FileLockLimit unlimited() {
        if (ProcMount.isPresent()) {
            throw new UncheckedIOException(
                    new IOException("/proc/self/limits cannot be read; this JVM has perhaps no file descriptor left"));
        }
        return new FileLockLimit(FileLockLimit.UNLIMITED, FileLockLimit.UNLIMITED);
    }

    /** Differs from other JVMs. It need not be secret, and the JDK's secure source takes 20 ms to load. */
    private static long distinct() {
        return ThreadLocalRandom.current().nextLong() ^ ProcessHandle.current().pid() * GOLDEN_RATIO;
    }

    MarkNumbers(FileLockLimit own, long random) {
        this.nested = own.isLimited();
        this.next = new AtomicLong(lowest(own) | ((random & (lowest(own) - 1)) >>> COUNTER_BITS << COUNTER_BITS));
    }

    /** Whether only the soft limit may be set, because the hard one is the mark of an enclosing service. */
    public boolean nested() {
        return nested;
    }

    long next() {
        return next.getAndIncrement();
    }

    private static long lowest(FileLockLimit own) {
        if (!own.isLimited()) {
            return OUTERMOST;
        }
        // A limit too low for unique numbers is not a mark, and then only the environment carries the new marks.
        return own.hard() > OUTERMOST || own.hard() < SMALLEST_USEFUL_LIMIT
                ? NESTED
                : Math.min(NESTED, Long.highestOneBit(own.hard() - 1) >>> 1);
    }
}
