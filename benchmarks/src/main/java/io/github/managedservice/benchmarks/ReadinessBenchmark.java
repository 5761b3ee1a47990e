package io.github.managedservice.benchmarks;

import io.github.managedservice.internal.output.LineMatch;
import io.github.managedservice.internal.output.LineWatch;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.output.OutputPump;
import io.github.managedservice.internal.output.OutputSource;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Measures how long after a service's ready line the first statement of a test runs, and who takes that time.
 *
 * <p>The service prints its own clock in the line. Each round waits for it in four ways, one within the other: a plain
 * reader, the library's watch alone, a start without JUnit, a test class that JUnit runs. Arguments: the number of rounds
 * (50) and of cold runs (10), each of them the first of a JVM.
 */
public final class ReadinessBenchmark {

    private static final Duration TARGET = Duration.ofMillis(2);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int WARM_UP = 10;

    /** Until what JUnit does for one test is compiled, and not interpreted on a processor that has just slept. */
    private static final int LONG_WARM_UP = 300;

    private final List<String> bareCommand = JavaCommand.of(ClockService.class);
    private final ServiceSpec spec = ServiceSpec.builder(ClockService.COMMAND)
            .readyPattern(ClockService.READY)
            .build();
    private final TestRun tests = new TestRun();

    private ReadinessBenchmark() {}

    /**
     * Prints what was measured, and whether the target was met.
     *
     * @param arguments rounds and cold runs
     * @throws Exception if a service could not be started
     */
    public static void main(String[] arguments) throws Exception {
        LibraryLog.quieten();
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int coldRuns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        System.out.println("JDK " + Runtime.version() + ", from a service's ready line to");
        ReadinessBenchmark benchmark = new ReadinessBenchmark();
        benchmark.compare(rounds);
        benchmark.measureWarm(rounds);
        Measurements cold = new Measurements();
        for (int run = 0; run < coldRuns; run++) {
            cold.add(inNewJvm());
        }
        if (coldRuns > 0) {
            cold.report("the first test that a JVM runs");
        }
    }

    private void compare(int rounds) throws Exception {
        Measurements reader = new Measurements();
        Measurements watch = new Measurements();
        Measurements start = new Measurements();
        Measurements test = new Measurements();
        Measurements junit = new Measurements();
        for (int round = -WARM_UP; round < rounds; round++) {
            // Those before are forgotten: they warm up the compiler.
            Measurements unused = new Measurements();
            (round < 0 ? unused : reader).add(untilRead());
            (round < 0 ? unused : watch).add(untilWatched());
            (round < 0 ? unused : start).add(untilStarted());
            (round < 0 ? unused : test).add(untilTested());
            (round < 0 ? unused : junit).add(untilTestedWithoutService());
        }
        reader.report("a plain reader (baseline)");
        watch.report("the result of the library's watch");
        start.report("the return of ServiceLauncher.start");
        test.report("the first statement of the test");
        test.beyond(start).report("    of that, JUnit and what we do in it");
        junit.report("    of that, JUnit with an empty extension");
        reportTarget(test);
    }

    private void measureWarm(int rounds) throws InterruptedException {
        for (int round = 0; round < LONG_WARM_UP; round++) {
            untilTested();
        }
        Measurements test = new Measurements();
        for (int round = 0; round < rounds; round++) {
            test.add(untilTested());
        }
        test.report("the same in a JVM that has run " + LONG_WARM_UP + " such classes");
        reportTarget(test);
    }

    private static void reportTarget(Measurements test) {
        boolean met = test.median().compareTo(TARGET) < 0;
        System.out.println(
                "  Target: median under " + Measurements.text(TARGET) + ", which is " + (met ? "met." : "NOT met."));
    }

    private Duration untilRead() throws IOException {
        BareService service = BareService.start(bareCommand, ClockService.READY);
        Duration duration = PrintedClock.since(service.ready().group("micros"));
        service.stop();
        return duration;
    }

    private Duration untilWatched() throws Exception {
        Path file = Files.createTempFile("readiness", ".log");
        try (OutputLog log = OutputLog.open(file)) {
            Process process = new ProcessBuilder(bareCommand).start();
            OutputPump out = OutputPump.start("readiness-out", process.getInputStream(), OutputSource.STDOUT, log);
            try (LineWatch watch = LineWatch.start("readiness-watch", log, 0, Pattern.compile(ClockService.READY), 1)) {
                LineMatch match = watch.result().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
                return PrintedClock.since(String.valueOf(match.groups().get("micros")));
            } finally {
                process.destroy();
                process.onExit().join();
                out.ended().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        } finally {
            Files.delete(file);
        }
    }

    private Duration untilStarted() {
        try (RunningService service = ServiceLauncher.start(spec)) {
            return PrintedClock.since(service.captured("micros").orElseThrow());
        }
    }

    private Duration untilTested() throws InterruptedException {
        tests.of(ReadinessTestCase.class);
        return ReadinessTestCase.MEASURED.take();
    }

    private Duration untilTestedWithoutService() throws InterruptedException {
        tests.of(EmptyExtensionTestCase.class);
        return EmptyExtensionTestCase.MEASURED.take();
    }

    private static Duration inNewJvm() throws IOException {
        Process jvm = new ProcessBuilder(JavaCommand.of(ColdRun.class))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String nanos = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        return Duration.ofNanos(Long.parseLong(nanos.strip()));
    }
}
