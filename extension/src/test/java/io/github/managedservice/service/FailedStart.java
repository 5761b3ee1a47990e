package io.github.managedservice.service;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The message of a start that failed, without what differs each time.
 *
 * @param message the message
 */
record FailedStart(String message) {

    /** How often a start is tried that mostly fails. */
    private static final int TRIES = 20;

    static FailedStart of(ServiceSpec.Builder spec) {
        return start(spec.build()).orElseThrow(() -> new AssertionError("The start has not failed."));
    }

    /** Of a service that ends at once, but not always before its ready line is seen. */
    static FailedStart ofSeveral(ServiceSpec.Builder spec) {
        ServiceSpec built = spec.build();
        return Stream.generate(() -> start(built))
                .limit(TRIES)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No start has failed."));
    }

    private static Optional<FailedStart> start(ServiceSpec spec) {
        try {
            ServiceLauncher.start(spec).stop();
            return Optional.empty();
        } catch (ServiceStartException e) {
            return Optional.of(new FailedStart(withoutChanging(String.valueOf(e.getMessage()))));
        }
    }

    private static String withoutChanging(String message) {
        return message.replaceAll("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}", "TIME")
                .replaceAll("after (?:\\d+ ms|[\\d.]+ s)", "after N ms")
                .replaceAll("pid \\d+", "pid N")
                .replaceAll("(?:\\d+ ms|[\\d.]+ s) old", "N ms old")
                .replaceAll("\\d+ tries|1 try", "N tries");
    }

    /** The hints, each a line. */
    List<String> hints() {
        return section("hints");
    }

    /** The lines below a title. */
    List<String> section(String title) {
        return message.lines()
                .dropWhile(line -> !line.equals("  " + title + ":"))
                .skip(1)
                .takeWhile(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
    }
}
