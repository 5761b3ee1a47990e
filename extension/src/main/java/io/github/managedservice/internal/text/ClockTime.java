package io.github.managedservice.internal.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A time of day to compare with other logs, in the zone of this machine: {@code 14:03:59.123}. */
public final class ClockTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private ClockTime() {}

    public static String text(Instant moment) {
        return FORMAT.format(moment);
    }
}
