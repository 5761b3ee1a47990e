package io.github.managedservice.benchmarks;

import io.github.managedservice.service.LogLine;
import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures what a pattern that backtracks for ever delays: the drain of the output, and the end of the timeout.
 *
 * <p>Argument: the number of rounds (20). Needs {@code bash} 5 for its clock, and {@code sleep}.
 */
public final class HostilePatternBenchmark {

    private static final Duration TARGET = Duration.ofMillis(100);
    private static final int WARM_UP = 2;

    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final String LINE = "echo " + "a".repeat(60) + "!; ";
    private static final Readiness HARMLESS = Readiness.line("^never printed$");

    /** Takes two to the power of 60 steps to find that the line above is no match. */
    private static final Readiness HOSTILE = Readiness.line("^(a+)+$");

    // A shell parameter would be a placeholder of the declaration, but for the second dollar.
    private static final String CLOCKS = LINE
            + "for i in {1..100}; do echo \"clock $${EPOCHREALTIME/[^0-9]/}\"; sleep 0.005; done; echo end; exec sleep 1000";
    private static final Pattern CLOCK = Pattern.compile("clock (\\d+)");

    private HostilePatternBenchmark() {}

    /**
     * Prints what was measured, and whether the target was met.
     *
     * @param arguments the number of rounds
     */
    public static void main(String[] arguments) {
        LibraryLog.quieten();
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Measurements harmlessDrain = new Measurements();
        Measurements hostileDrain = new Measurements();
        Measurements harmlessTimeout = new Measurements();
        Measurements hostileTimeout = new Measurements();
        for (int round = -WARM_UP; round < rounds; round++) {
            boolean counts = round >= 0;
            drain(HARMLESS, counts ? harmlessDrain : new Measurements());
            drain(HOSTILE, counts ? hostileDrain : new Measurements());
            (counts ? harmlessTimeout : new Measurements()).add(beyondTimeout(HARMLESS));
            (counts ? hostileTimeout : new Measurements()).add(beyondTimeout(HOSTILE));
        }
        System.out.println("JDK " + Runtime.version() + ", 100 lines a round, from a line's own clock to the drain");
        harmlessDrain.report("beside a pattern that does not match");
        hostileDrain.report("beside one that backtracks for ever");
        System.out.println("from the end of the timeout to the exception, with its report");
        harmlessTimeout.report("after a pattern that does not match");
        hostileTimeout.report("after one that backtracks for ever");
        Duration drain = hostileDrain.worst().minus(harmlessDrain.median());
        Duration timeout = hostileTimeout.worst().minus(harmlessTimeout.median());
        boolean met = drain.compareTo(TARGET) <= 0 && timeout.compareTo(TARGET) <= 0;
        System.out.printf(
                "  Target: at worst %s later than the median without it; drain %s, timeout %s, which is %s%n",
                Measurements.text(TARGET),
                Measurements.text(drain),
                Measurements.text(timeout),
                met ? "met." : "NOT met.");
    }

    private static void drain(Readiness pattern, Measurements delays) {
        ServiceSpec spec = ServiceSpec.builder("bash", "-c", CLOCKS)
                .readyWhen(Readiness.line("^end$").or(pattern))
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {
            service.log().lines().forEach(line -> addDelay(line, delays));
        }
    }

    private static void addDelay(LogLine line, Measurements delays) {
        Matcher clock = CLOCK.matcher(line.text());
        if (clock.matches()) {
            Instant printed = Instant.EPOCH.plus(Long.parseLong(clock.group(1)), ChronoUnit.MICROS);
            delays.add(Duration.between(printed, line.at()));
        }
    }

    private static Duration beyondTimeout(Readiness pattern) {
        ServiceSpec spec = ServiceSpec.builder("bash", "-c", LINE + "exec sleep 1000")
                .readyWhen(pattern)
                .timeout(TIMEOUT)
                .build();
        long began = System.nanoTime();
        try (RunningService service = ServiceLauncher.start(spec)) {
            throw new IllegalStateException(service + " became ready");
        } catch (ServiceStartException e) {
            return Duration.ofNanos(System.nanoTime() - began).minus(TIMEOUT);
        }
    }
}
