package io.github.managedservice.benchmarks;

import io.github.managedservice.internal.group.ServiceGroup;
import io.github.managedservice.service.ServiceSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Starts and stops the same services as a group and by hand, in turns. */
final class GroupComparison {

    private final List<List<String>> bareCommands;
    private final List<ServiceSpec> specs;
    private final String readyPattern;
    private final Measured bare = new Measured();
    private final Measured ours = new Measured();

    private static final class Measured {
        private final Measurements start = new Measurements();
        private final Measurements stop = new Measurements();
        private final Measurements processor = new Measurements();
    }

    private GroupComparison(List<List<String>> bareCommands, List<ServiceSpec> specs, String readyPattern) {
        this.bareCommands = bareCommands;
        this.specs = specs;
        this.readyPattern = readyPattern;
    }

    /** Of as many services of one kind. */
    static GroupComparison ofAlike(int count, List<String> bareCommand, String readyPattern, String... command) {
        List<ServiceSpec> specs = IntStream.range(0, count)
                .mapToObj(number -> ServiceSpec.builder(command)
                        .name("service-" + number)
                        .readyPattern(readyPattern)
                        .build())
                .toList();
        return new GroupComparison(Collections.nCopies(count, bareCommand), specs, readyPattern);
    }

    /** Of shells, each given by its script. */
    static GroupComparison ofShells(List<String> scripts, String readyPattern) {
        List<ServiceSpec> specs = IntStream.range(0, scripts.size())
                .mapToObj(number -> ServiceSpec.builder("sh", "-c", scripts.get(number))
                        .name("service-" + number)
                        .readyPattern(readyPattern)
                        .build())
                .toList();
        return new GroupComparison(
                scripts.stream().map(script -> List.of("sh", "-c", script)).toList(), specs, readyPattern);
    }

    void measure(int warmUp, int rounds) throws IOException, InterruptedException {
        for (int round = -warmUp; round < rounds; round++) {
            // Those before are forgotten: they warm up the compiler.
            boolean counts = round >= 0;
            bareRound(counts ? bare : new Measured());
            round(counts ? ours : new Measured());
        }
    }

    private void bareRound(Measured measured) throws IOException, InterruptedException {
        Duration processor = ProcessorTime.soFar();
        long began = System.nanoTime();
        BareGroup group = BareGroup.start(bareCommands, readyPattern);
        long ready = System.nanoTime();
        group.stop();
        add(measured, processor, began, ready);
    }

    private void round(Measured measured) {
        Duration processor = ProcessorTime.soFar();
        long began = System.nanoTime();
        ServiceGroup group = ServiceGroup.of("", specs, Optional.empty());
        group.start();
        long ready = System.nanoTime();
        group.close();
        add(measured, processor, began, ready);
    }

    private static void add(Measured measured, Duration processor, long began, long ready) {
        measured.stop.add(Duration.ofNanos(System.nanoTime() - ready));
        measured.start.add(Duration.ofNanos(ready - began));
        measured.processor.add(ProcessorTime.soFar().minus(processor));
    }

    /** The starts of the group. */
    Measurements starts() {
        return ours.start;
    }

    /** How many times as long a group takes as its services by hand, as the median of the rounds. */
    double startRatio() {
        return ours.start.medianRatioTo(bare.start);
    }

    void report() {
        bare.start.report("start by ProcessBuilder and readers (baseline)");
        ours.start.report("start as a group");
        reportRatio(ours.start, bare.start);
        bare.stop.report("stop by Process.destroy and onExit (baseline)");
        ours.stop.report("stop of the group");
        reportRatio(ours.stop, bare.stop);
        bare.processor.report("processor time of both, by hand (baseline)");
        ours.processor.report("processor time of both, as a group");
        reportRatio(ours.processor, bare.processor);
    }

    private static void reportRatio(Measurements ours, Measurements bare) {
        System.out.println("    that is times " + Measurements.text(ours.medianRatioTo(bare)));
    }
}
