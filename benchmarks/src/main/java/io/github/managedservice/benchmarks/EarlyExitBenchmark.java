package io.github.managedservice.benchmarks;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how soon a start that fails throws, and makes sure that the message says why.
 *
 * <p>Argument: the number of rounds (50). Needs {@code bash} 5 for its clock, and {@code sleep}.
 */
public final class EarlyExitBenchmark {

    private static final Duration TARGET = Duration.ofMillis(200);
    private static final int WARM_UP = 5;
    private static final String CLOCK = "clock ${EPOCHREALTIME/[^0-9]/}";
    private static final Pattern PRINTED = Pattern.compile("clock (?<micros>\\d+)");

    private static final ServiceSpec EXIT = declare(
                    "echo first words; sleep 0.05; echo second words >&2; echo \"last words, " + CLOCK + "\"; exit 3")
            .build();
    private static final ServiceSpec FAILURE_LINE = declare(
                    "sleep 0.05; echo \"cannot bind, " + CLOCK + "\"; sleep 1000")
            .failurePattern("^cannot bind")
            .build();
    private static final ServiceSpec MISSING = ServiceSpec.builder("no-such-program", "--port", "1")
            .readyPattern("never")
            .build();

    private EarlyExitBenchmark() {}

    /**
     * Prints what was measured, and whether the target was met.
     *
     * @param arguments the number of rounds
     */
    public static void main(String[] arguments) {
        LibraryLog.quieten();
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        Measurements exit = new Measurements();
        Measurements failureLine = new Measurements();
        Measurements missing = new Measurements();
        for (int round = -WARM_UP; round < rounds; round++) {
            boolean counts = round >= 0;
            (counts ? exit : new Measurements())
                    .add(sincePrinted(EXIT, "exited with code 3", "first words", "second words", "last words"));
            (counts ? failureLine : new Measurements())
                    .add(sincePrinted(FAILURE_LINE, "which matches its failurePattern", "cannot bind"));
            (counts ? missing : new Measurements()).add(sinceCalled());
        }
        System.out.println("JDK " + Runtime.version() + ", until the exception reaches the caller, from");
        exit.report("the last line of a service that exits");
        failureLine.report("a failure line, after which the service is ended");
        missing.report("the call, where the program is missing");
        boolean met = exit.worst().compareTo(TARGET) < 0;
        System.out.println("  Target: worst exit under " + Measurements.text(TARGET) + ", which is "
                + (met ? "met." : "NOT met."));
    }

    private static ServiceSpec.Builder declare(String script) {
        // A shell parameter would be a placeholder of the declaration, but for the second dollar.
        return ServiceSpec.builder("bash", "-c", script.replace("${", "$${")).readyPattern("never printed");
    }

    private static Duration sincePrinted(ServiceSpec spec, String... mustSay) {
        Failure failure = failure(spec, mustSay);
        Matcher clock = PRINTED.matcher(failure.message());
        if (!clock.find()) {
            throw new IllegalStateException("No clock in: " + failure.message());
        }
        // What was done since the exception is no part of it.
        return PrintedClock.since(clock.group("micros")).minusNanos(System.nanoTime() - failure.caughtNanos());
    }

    private static Duration sinceCalled() {
        long began = System.nanoTime();
        Failure failure = failure(MISSING, "Program 'no-such-program' was not found");
        return Duration.ofNanos(failure.caughtNanos() - began);
    }

    private static Failure failure(ServiceSpec spec, String... mustSay) {
        try (RunningService service = ServiceLauncher.start(spec)) {
            throw new IllegalStateException(service + " became ready");
        } catch (ServiceStartException e) {
            Failure failure = new Failure(String.valueOf(e.getMessage()), System.nanoTime());
            List<String> missing = List.of(mustSay).stream()
                    .filter(word -> !failure.message().contains(word))
                    .toList();
            if (!missing.isEmpty()) {
                throw new IllegalStateException("Not said: " + missing + ", but: " + failure.message(), e);
            }
            return failure;
        }
    }

    private record Failure(String message, long caughtNanos) {}
}
