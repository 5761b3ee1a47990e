package io.github.managedservice.benchmarks;

import io.github.managedservice.internal.output.LineMatch;
import io.github.managedservice.internal.output.LineWatch;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.output.OutputPump;
import io.github.managedservice.internal.output.OutputSource;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Measures how fast a service's output is drained, against {@code child | cat > file}, and how soon a line is seen.
 *
 * <p>Run it under {@code -Xmx64m}. Arguments: the number of rounds (5) and the megabytes per round (1024). Needs Linux with
 * {@code sh}, {@code bash} 5, {@code head}, {@code yes} and {@code cat}, and room for two files in the temporary folder.
 */
public final class OutputDrainBenchmark {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Pattern NEVER = Pattern.compile("Server - (?<state>Started)");
    private static final int LATENCY_ROUNDS = 200;

    private final Path folder;
    private final int rounds;
    private final long bytes;

    private OutputDrainBenchmark(Path folder, int rounds, long bytes) {
        this.folder = folder;
        this.rounds = rounds;
        this.bytes = bytes;
    }

    /**
     * Prints medians of all rounds.
     *
     * @param arguments rounds and megabytes
     * @throws Exception if a tool is missing or a byte was lost
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        long megabytes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1024;
        Path folder = Files.createTempDirectory("output-drain");
        try {
            OutputDrainBenchmark benchmark = new OutputDrainBenchmark(folder, rounds, megabytes << 20);
            print("JDK %s, heap at most %d MiB, %d rounds", Runtime.version(), maxHeap(), rounds);
            benchmark.compare("zeros, no newline", "head -c %d /dev/zero");
            benchmark.compare(
                    "lines of 100 bytes",
                    "yes '2026-01-01 12:00:00.000  INFO 4711 --- [main] com.example.orders.Orders : served GET /orders/4711 ok'"
                            + " | head -c %d");
            benchmark.compare("lines of 1 byte", "yes | head -c %d");
            benchmark.latency();
        } finally {
            Files.delete(folder);
        }
    }

    private void compare(String what, String commandFormat) throws Exception {
        String command = String.format(Locale.ROOT, commandFormat, bytes);
        List<Long> cat = new ArrayList<>();
        List<Long> drained = new ArrayList<>();
        List<Long> watched = new ArrayList<>();
        // The first round warms up the page cache and the compiler.
        for (int round = -1; round < rounds; round++) {
            Path expected = folder.resolve("cat");
            long catNanos = cat(command, expected);
            long drainNanos = drain(command, expected, false);
            long watchNanos = drain(command, expected, true);
            Files.delete(expected);
            if (round >= 0) {
                cat.add(catNanos);
                drained.add(drainNanos);
                watched.add(watchNanos);
            }
        }
        print("%n%s, %d MiB", what, bytes >> 20);
        report("  child | cat > file", cat, cat);
        report("  drained to the log", drained, cat);
        report("  with a watch that never matches", watched, cat);
    }

    private static long cat(String command, Path file) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder("sh", "-c", command + " | cat > '" + file + "'").start();
        process.waitFor();
        return System.nanoTime() - start;
    }

    private long drain(String command, Path expected, boolean watched) throws IOException {
        try (OutputLog log = OutputLog.open(folder.resolve("drain.log"))) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder("sh", "-c", command).start();
            OutputPump out = OutputPump.start("drain-stdout", pipe(process, 1), OutputSource.STDOUT, log);
            OutputPump err = OutputPump.start("drain-stderr", pipe(process, 2), OutputSource.STDERR, log);
            process.getInputStream().close();
            process.getErrorStream().close();
            LineWatch watch = LineWatch.start("drain-watch", log, 0, NEVER, 1);
            if (!watched) {
                watch.close();
            }
            CompletableFuture.allOf(out.ended(), err.ended())
                    .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
            long taken = System.nanoTime() - start;
            watch.close();
            long difference = Files.mismatch(expected, log.file());
            if (difference >= 0) {
                throw new IllegalStateException("The log differs from what was printed, from byte " + difference);
            }
            Files.delete(log.file());
            return taken;
        }
    }

    /** As the library opens it; the child has a gigabyte to print before it ends. */
    private static InputStream pipe(Process process, int descriptor) throws IOException {
        return new FileInputStream("/proc/" + process.pid() + "/fd/" + descriptor);
    }

    /** From the clock that a child prints in its ready line to the completion of the watch's result. */
    private void latency() throws Exception {
        Measurements latency = new Measurements();
        for (int round = 0; round < LATENCY_ROUNDS; round++) {
            latency.add(readyLatency());
        }
        print("%nA watch");
        latency.report("from a ready line to its result");
    }

    private Duration readyLatency() throws Exception {
        Pattern ready = Pattern.compile("ready (?<micros>\\d+)");
        try (OutputLog log = OutputLog.open(folder.resolve("latency.log"))) {
            Process process =
                    new ProcessBuilder("bash", "-c", "sleep 0.02; echo \"ready ${EPOCHREALTIME/[^0-9]/}\"").start();
            OutputPump out = OutputPump.start("latency-stdout", process.getInputStream(), OutputSource.STDOUT, log);
            try (LineWatch watch = LineWatch.start("latency-watch", log, 0, ready, 1)) {
                LineMatch match = watch.result().get(10, TimeUnit.SECONDS);
                Duration latency =
                        PrintedClock.since(String.valueOf(match.groups().get("micros")));
                process.waitFor();
                out.ended().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
                Files.delete(log.file());
                return latency;
            }
        }
    }

    /** The ratio is the median of the rounds' ratios: what else the machine does then slows both sides of a round. */
    private void report(String what, List<Long> nanos, List<Long> baseline) {
        List<Double> rates = nanos.stream().map(value -> bytes * 1e3 / value).toList();
        List<Double> ratios = IntStream.range(0, nanos.size())
                .mapToObj(round -> (double) baseline.get(round) / nanos.get(round))
                .toList();
        print("%-34s %6.0f MB/s, %.2f of cat", what, median(rates), median(ratios));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static long maxHeap() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
