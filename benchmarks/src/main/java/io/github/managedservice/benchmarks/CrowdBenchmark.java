package io.github.managedservice.benchmarks;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.io.IOException;
import java.time.Duration;

/**
 * Measures what a stop takes on a machine with thousands of other processes, against the same without them.
 *
 * <p>Arguments: the number of rounds (30), and of processes (10000). Needs {@code sh} and {@code sleep}, and some memory for each
 * process.
 */
public final class CrowdBenchmark {

    private static final int WARM_UP = 10;

    private static final ServiceSpec SERVICE = ServiceSpec.builder("sh", "-c", "echo ready; exec sleep 1000")
            .readyPattern("^ready$")
            .build();

    private CrowdBenchmark() {}

    /**
     * Prints what was measured.
     *
     * @param arguments the number of rounds, and of processes
     * @throws IOException if the processes could not be started
     */
    public static void main(String[] arguments) throws IOException {
        LibraryLog.quieten();
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        String processes = arguments.length > 1 ? arguments[1] : "10000";
        System.out.println("JDK " + Runtime.version() + ", RunningService.stop");
        stops(rounds).report("with the processes that are there (baseline)");
        // All have the session of the service, and so end with it.
        RunningService crowd = ServiceLauncher.start(
                ServiceSpec.builder("sh", "-c", "for i in $(seq $0); do sleep 100000 & done; echo all; wait", processes)
                        .name("crowd")
                        .readyPattern("^all$")
                        .timeout(Duration.ofMinutes(2))
                        .build());
        try {
            stops(rounds).report("beside " + processes + " that started before");
        } finally {
            crowd.stop();
        }
    }

    private static Measurements stops(int rounds) {
        Measurements stops = new Measurements();
        for (int round = -WARM_UP; round < rounds; round++) {
            RunningService service = ServiceLauncher.start(SERVICE);
            long ready = System.nanoTime();
            service.stop();
            if (round >= 0) {
                stops.add(Duration.ofNanos(System.nanoTime() - ready));
            }
        }
        return stops;
    }
}
