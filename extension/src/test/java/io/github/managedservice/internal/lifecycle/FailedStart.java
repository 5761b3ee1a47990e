package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.lifecycle.Placeholders.Peers;
import io.github.managedservice.internal.time.Time;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The message of a start that failed, without what differs each time.
 *
 * @param message the message
 */
public record FailedStart(String message) {

    public static FailedStart of(ServiceSpec.Builder spec) {
        ServiceSpec built = spec.build();
        return mustFail(() -> ServiceLauncher.start(built));
    }

    /** By a clock of its own. */
    public static FailedStart of(ServiceSpec.Builder spec, Time time) {
        Declaration built = spec.build().declaration();
        Switches switches = Switches.ofSystemProperties(Set.of(built.name()));
        Path log = LogFiles.of(switches, "", built.name());
        return mustFail(() -> StartedService.start(built, log, Peers.none(), switches, time));
    }

    private static FailedStart mustFail(Supplier<RunningService> start) {
        try {
            start.get().stop();
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
    public List<String> hints() {
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
