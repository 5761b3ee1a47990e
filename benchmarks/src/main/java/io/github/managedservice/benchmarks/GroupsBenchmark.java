package io.github.managedservice.benchmarks;

import io.github.managedservice.internal.group.ServiceGroup;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures how long a group of services takes to be ready, and to stop, against the same programs by hand.
 *
 * <p>Arguments: the number of rounds with fifty shells (10), with fifty JVMs (3), with three slow services (3), and with a
 * chain (30); then, if fifty real servers are wanted too, a number of rounds with Redis and where its {@code redis-server}
 * is. Needs {@code sh} and {@code sleep}, and 4 GB for the JVMs.
 */
public final class GroupsBenchmark {

    private static final int MANY = 50;
    private static final int CHAINED = 5;
    private static final String READY = "^ready$";
    private static final String TINY = "echo ready; exec sleep 1000";

    private static final double TARGET_RATIO = 1.5;
    private static final Duration TARGET_SLOW = Duration.ofMillis(3300);
    private static final Duration TARGET_CHAIN = Duration.ofMillis(10);

    /** The argument that tells where Redis is. */
    private static final int REDIS = 5;

    private GroupsBenchmark() {}

    /**
     * Prints what was measured, and whether the targets were met.
     *
     * @param arguments rounds
     * @throws Exception if a service could not be started
     */
    public static void main(String[] arguments) throws Exception {
        LibraryLog.quieten();
        List<Integer> rounds = rounds(arguments);
        System.out.println("JDK " + Runtime.version() + ", load "
                + Files.readString(Path.of("/proc/loadavg")).strip());
        measureShells(rounds.get(0));
        measureJvms(rounds.get(1));
        measureSlow(rounds.get(2));
        measureChain(rounds.get(3));
        if (arguments.length > REDIS && rounds.get(REDIS - 1) > 0) {
            measureRedis(rounds.get(REDIS - 1), arguments[REDIS]);
        }
    }

    private static List<Integer> rounds(String[] arguments) {
        List<Integer> rounds = new ArrayList<>(List.of(10, 3, 3, 30, 0));
        for (int i = 0; i < Math.min(arguments.length, REDIS); i++) {
            rounds.set(i, Integer.valueOf(arguments[i]));
        }
        return rounds;
    }

    private static void measureShells(int rounds) throws IOException, InterruptedException {
        if (rounds > 0) {
            System.out.println(
                    MANY + " shells that print a line, and become a program that ends at once when asked to");
            GroupComparison shells = GroupComparison.ofAlike(MANY, List.of("sh", "-c", TINY), READY, "sh", "-c", TINY);
            shells.measure(5, rounds);
            reportRatio(shells);
        }
    }

    private static void measureJvms(int rounds) throws IOException, InterruptedException {
        if (rounds > 0) {
            System.out.println(MANY + " small JVMs that print a line");
            GroupComparison jvms = GroupComparison.ofAlike(
                    MANY, JavaCommand.of(ClockService.class), ClockService.READY, ClockService.COMMAND);
            jvms.measure(1, rounds);
            reportRatio(jvms);
        }
    }

    /** Each with a socket of its own in a folder, so that none has to find a port. */
    private static void measureRedis(int rounds, String redis) throws IOException, InterruptedException {
        System.out.println(MANY + " Redis servers");
        Path folder = Files.createTempDirectory("redis");
        folder.toFile().deleteOnExit();
        String server =
                "exec " + redis + " --port 0 --save '' --dir " + folder + " --unixsocket " + folder + "/$$.socket";
        GroupComparison servers = GroupComparison.ofAlike(
                MANY, List.of("sh", "-c", server), "ready to accept connections", "sh", "-c", server);
        servers.measure(3, rounds);
        reportRatio(servers);
    }

    private static void reportRatio(GroupComparison group) {
        group.report();
        reportTarget("start under times " + TARGET_RATIO, group.startRatio() < TARGET_RATIO);
    }

    private static void measureSlow(int rounds) throws IOException, InterruptedException {
        if (rounds > 0) {
            System.out.println("Three services that need 1, 2 and 3 seconds");
            GroupComparison slow = GroupComparison.ofShells(
                    Stream.of(1, 2, 3)
                            .map(seconds -> "sleep " + seconds + "; " + TINY)
                            .toList(),
                    READY);
            slow.measure(1, rounds);
            slow.report();
            reportTarget(
                    "start under " + Measurements.text(TARGET_SLOW),
                    slow.starts().worst().compareTo(TARGET_SLOW) < 0);
        }
    }

    private static void measureChain(int rounds) {
        if (rounds > 0) {
            System.out.println("A chain of " + CHAINED + " shells, each of which needs the one before");
            Measurements parts = new Measurements();
            Measurements chain = new Measurements();
            for (int round = -10; round < rounds; round++) {
                boolean counts = round >= 0;
                (counts ? parts : new Measurements()).add(oneByOne());
                (counts ? chain : new Measurements()).add(chained());
            }
            parts.report("started alone, one by one: the sum (baseline)");
            chain.report("started as a group");
            Measurements more = chain.beyond(parts);
            more.report("    what the group adds");
            reportTarget(
                    "median under " + Measurements.text(TARGET_CHAIN) + " more",
                    more.median().compareTo(TARGET_CHAIN) < 0);
        }
    }

    private static Duration oneByOne() {
        List<RunningService> services = new ArrayList<>();
        long began = System.nanoTime();
        for (int number = 0; number < CHAINED; number++) {
            services.add(ServiceLauncher.start(tiny(number).build()));
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - began);
        services.forEach(RunningService::stop);
        return duration;
    }

    private static Duration chained() {
        List<ServiceSpec> specs = IntStream.range(0, CHAINED)
                .mapToObj(number -> number == 0 ? tiny(number) : tiny(number).dependsOn("service-" + (number - 1)))
                .map(ServiceSpec.Builder::build)
                .toList();
        long began = System.nanoTime();
        try (ServiceGroup group = ServiceGroup.of("", specs, Optional.empty())) {
            group.start();
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    private static ServiceSpec.Builder tiny(int number) {
        return ServiceSpec.builder("sh", "-c", TINY).name("service-" + number).readyPattern(READY);
    }

    private static void reportTarget(String target, boolean met) {
        System.out.println("  Target: " + target + ", which is " + (met ? "met." : "NOT met."));
    }
}
