package io.github.managedservice.service;

import java.util.List;

/**
 * The message of a start that failed, without what differs each time.
 *
 * @param message the message
 */
record FailedStart(String message) {

    static FailedStart of(ServiceSpec.Builder spec) {
        try {
            ServiceLauncher.start(spec.build()).stop();
        } catch (ServiceStartException e) {
            return new FailedStart(withoutChanging(String.valueOf(e.getMessage())));
        }
        throw new AssertionError("The start has not failed.");
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
