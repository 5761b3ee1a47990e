package io.github.managedservice.internal.output;

import java.util.concurrent.TimeUnit;

/**
 * Decides when a reader of lines rests, so that it takes no processor time from a service that floods its log and from
 * the pump that drains it.
 *
 * <p>A flood is more than 64 MB/s, hundreds of thousands of lines in a second. A reader hardly keeps up with that, and
 * on two processors it made the drain a third slower. It reads the rest at full speed after the flood.
 */
final class FloodPace {

    private static final long FLOOD_BYTES_PER_SECOND = 64_000_000;
    private static final long REST_PER_WORK = 9;
    private static final long SHORTEST_REST = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(50);

    private long lastTime;
    private long lastPosition;

    /** Returns how long to rest after work between these two times, when the log has reached this position. */
    long restNanos(long workStart, long workEnd, long position) {
        // Over rest and work together, because the pump may have had no processor during the work.
        double seconds = (workEnd - lastTime) / 1e9;
        boolean flood = lastTime != 0 && (position - lastPosition) / seconds > FLOOD_BYTES_PER_SECOND;
        lastTime = workEnd;
        lastPosition = position;
        return flood ? Math.min(LONGEST_REST, Math.max(SHORTEST_REST, REST_PER_WORK * (workEnd - workStart))) : 0;
    }
}
