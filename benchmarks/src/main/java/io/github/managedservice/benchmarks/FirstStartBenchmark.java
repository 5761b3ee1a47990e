package io.github.managedservice.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Measures the first start of a service in fresh JVMs, which the classes that it loads make slow, against the same by hand.
 *
 * <p>All ways take turns. Argument: the number of rounds (30). Needs {@code sh} and {@code sleep}.
 */
public final class FirstStartBenchmark {

    private FirstStartBenchmark() {}

    /**
     * Prints what was measured.
     *
     * @param arguments the number of rounds
     * @throws IOException if a JVM could not be started
     * @throws InterruptedException never
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        Map<FirstStartRun.Way, Measurements> measured = new EnumMap<>(FirstStartRun.Way.class);
        for (int round = 0; round < rounds; round++) {
            for (FirstStartRun.Way way : FirstStartRun.Way.values()) {
                measured.computeIfAbsent(way, key -> new Measurements()).add(run(way));
            }
        }
        System.out.println("JDK " + Runtime.version() + ", the first start in a JVM");
        measured.forEach((way, measurements) -> measurements.report(way.text()));
    }

    private static Duration run(FirstStartRun.Way way) throws IOException, InterruptedException {
        Process jvm = new ProcessBuilder(JavaCommand.plain(FirstStartRun.class, way.name()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String nanos = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (jvm.waitFor() != 0) {
            throw new IllegalStateException("The JVM for " + way + " has failed");
        }
        return Duration.ofNanos(Long.parseLong(nanos));
    }
}
