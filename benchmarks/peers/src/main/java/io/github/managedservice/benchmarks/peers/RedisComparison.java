package io.github.managedservice.benchmarks.peers;

import static java.util.Objects.requireNonNull;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * Starts and stops Redis by hand, with this library and, where an image is given, with Testcontainers, in turns.
 *
 * <p>Prints a table of medians: the first start of a fresh JVM, later starts, stops. Arguments: rounds, the path of
 * {@code redis-server}, and maybe the name of an image of it.
 */
public final class RedisComparison {

    private static final String READY = "Ready to accept connections";
    private static final int WARM_UP = 10;

    private RedisComparison() {}

    /** One way to have a Redis. */
    private interface Way {
        /** Starts it and waits until it is ready. */
        AutoCloseable start() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("io.github.managedservice").setLevel(Level.WARNING);
        if (arguments[0].equals("first")) {
            System.out.println(startMillis(requireNonNull(ways(arguments).get(arguments[1])))[0]);
            return;
        }
        int rounds = Integer.parseInt(arguments[0]);
        Map<String, Way> ways = ways(arguments);
        Map<String, List<Double>> first = new LinkedHashMap<>();
        Map<String, List<Double>> start = new LinkedHashMap<>();
        Map<String, List<Double>> stop = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                double[] millis = startMillis(way.getValue());
                if (round >= 0) {
                    start.computeIfAbsent(way.getKey(), key -> new ArrayList<>())
                            .add(millis[0]);
                    stop.computeIfAbsent(way.getKey(), key -> new ArrayList<>()).add(millis[1]);
                    first.computeIfAbsent(way.getKey(), key -> new ArrayList<>())
                            .add(inFreshJvm(way.getKey(), arguments));
                }
            }
        }
        System.out.printf("JDK %s, %d rounds, medians in ms%n", Runtime.version(), rounds);
        ways.keySet()
                .forEach(way -> System.out.printf(
                        Locale.ROOT,
                        "%-16s first start in a JVM %7.1f, later starts %7.1f, stop %7.1f%n",
                        way,
                        median(requireNonNull(first.get(way))),
                        median(requireNonNull(start.get(way))),
                        median(requireNonNull(stop.get(way)))));
    }

    private static Map<String, Way> ways(String... arguments) {
        String program = arguments[arguments[0].equals("first") ? 2 : 1];
        int image = arguments[0].equals("first") ? 3 : 2;
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("by-hand", () -> byHand(program));
        ways.put("this-library", () -> here(program));
        if (arguments.length > image) {
            ways.put("testcontainers", () -> inContainer(arguments[image]));
        }
        return ways;
    }

    private static AutoCloseable byHand(String program) throws IOException {
        Process redis = new ProcessBuilder(program, "--port", "7391", "--save", "").start();
        BufferedReader out = redis.inputReader();
        while (!out.readLine().contains(READY)) {
            // Waits for the next line.
        }
        return () -> {
            redis.destroy();
            redis.waitFor();
        };
    }

    private static AutoCloseable here(String program) {
        RunningService redis = ServiceLauncher.start(ServiceSpec.builder(program, "--port", "${port}", "--save", "")
                .readyPattern(READY)
                .build());
        return redis::stop;
    }

    private static AutoCloseable inContainer(String image) {
        GenericContainer<?> redis = new GenericContainer<>(DockerImageName.parse(image))
                .withCommand("/redis-server", "--port", "6379", "--save", "", "--protected-mode", "no")
                .withExposedPorts(6379)
                .waitingFor(Wait.forLogMessage(".*" + READY + ".*\\n", 1));
        redis.start();
        return redis;
    }

    private static double[] startMillis(Way way) throws Exception {
        long began = System.nanoTime();
        AutoCloseable redis = way.start();
        long ready = System.nanoTime();
        // Redis looks for a signal every 100 ms, and once right after its start.
        Thread.sleep(20);
        long stopped = System.nanoTime();
        redis.close();
        return new double[] {(ready - began) / 1e6, (System.nanoTime() - stopped) / 1e6};
    }

    private static double inFreshJvm(String way, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-cp",
                System.getProperty("java.class.path"),
                RedisComparison.class.getName(),
                "first",
                way));
        command.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        Process jvm = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return Double.parseDouble(jvm.inputReader().readLine());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
