package io.github.managedservice.benchmarks;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Measures what start and stop take longer than a bare {@link ProcessBuilder} with a reader, and {@link Process#destroy}.
 *
 * <p>Both take turns. Argument: the number of rounds (30). Needs {@code sh} and {@code sleep}.
 */
public final class StartStopBenchmark {

    private static final int WARM_UP = 10;

    private final List<String> bareCommand;
    private final ServiceSpec spec;
    private final String readyPattern;

    private StartStopBenchmark(List<String> bareCommand, String readyPattern, String... command) {
        this.bareCommand = bareCommand;
        this.readyPattern = readyPattern;
        this.spec = ServiceSpec.builder(command).readyPattern(readyPattern).build();
    }

    /**
     * Prints what was measured.
     *
     * @param arguments the number of rounds
     * @throws IOException if a service could not be started
     */
    public static void main(String[] arguments) throws IOException {
        LibraryLog.quieten();
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        System.out.println("JDK " + Runtime.version());
        System.out.println("A small JVM that prints a line");
        new StartStopBenchmark(JavaCommand.of(ClockService.class), ClockService.READY, ClockService.COMMAND)
                .compare(rounds);
        System.out.println("A shell that prints a line, and becomes a program that ends at once when it is asked to");
        String[] shell = {"sh", "-c", "echo ready; exec sleep 1000"};
        new StartStopBenchmark(List.of(shell), "^ready$", shell).compare(rounds);
    }

    private void compare(int rounds) throws IOException {
        Measurements bareStart = new Measurements();
        Measurements bareStop = new Measurements();
        Measurements start = new Measurements();
        Measurements stop = new Measurements();
        for (int round = -WARM_UP; round < rounds; round++) {
            // Those before are forgotten: they warm up the compiler.
            boolean counts = round >= 0;
            bareRound(counts ? bareStart : new Measurements(), counts ? bareStop : new Measurements());
            round(counts ? start : new Measurements(), counts ? stop : new Measurements());
        }
        bareStart.report("ProcessBuilder and a reader, until ready (baseline)");
        start.report("ServiceLauncher.start");
        start.beyond(bareStart).report("    what we add");
        bareStop.report("Process.destroy and onExit (baseline)");
        stop.report("RunningService.stop");
        stop.beyond(bareStop).report("    what we add");
    }

    private void bareRound(Measurements start, Measurements stop) throws IOException {
        long began = System.nanoTime();
        BareService service = BareService.start(bareCommand, readyPattern);
        long ready = System.nanoTime();
        service.stop();
        stop.add(Duration.ofNanos(System.nanoTime() - ready));
        start.add(Duration.ofNanos(ready - began));
    }

    private void round(Measurements start, Measurements stop) {
        long began = System.nanoTime();
        RunningService service = ServiceLauncher.start(spec);
        long ready = System.nanoTime();
        service.stop();
        stop.add(Duration.ofNanos(System.nanoTime() - ready));
        start.add(Duration.ofNanos(ready - began));
    }
}
