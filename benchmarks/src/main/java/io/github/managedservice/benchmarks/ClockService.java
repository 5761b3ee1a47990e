package io.github.managedservice.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A service that prints its own clock in its ready line, and runs until it is ended. */
final class ClockService {

    static final String COMMAND =
            "${java} -XX:TieredStopAtLevel=1 -cp ${classpath} io.github.managedservice.benchmarks.ClockService";

    static final String READY = "^ready (?<micros>\\d+)$";

    private static final long QUIET_MILLIS = 20;

    private ClockService() {}

    /**
     * Prints two lines and waits for its end.
     *
     * @param arguments none
     * @throws IOException if nobody reads
     * @throws InterruptedException never
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        // The first line made here loads classes for some milliseconds, which would count as somebody else's.
        out.write(line("starting "));
        // Who waits for the next line is asleep then, as with a service that works before it is ready.
        Thread.sleep(QUIET_MILLIS);
        out.write(line("ready "));
        Thread.currentThread().join();
    }

    private static byte[] line(String word) {
        return (word + PrintedClock.micros() + '\n').getBytes(StandardCharsets.US_ASCII);
    }
}
