package io.github.managedservice.internal.diagnosis;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as a reader compares them with other logs: the time of day, to the millisecond. */
public final class ClockTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private ClockTime() {}

    /**
     * Writes a moment.
     *
     * @param moment the moment
     * @return such as {@code 14:03:59.123}, in the zone of this machine
     */
    public static String text(Instant moment) {
        return FORMAT.format(moment);
    }
}
