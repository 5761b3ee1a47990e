package io.github.managedservice.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Durations of one kind, and what there is to say of them all. */
final class Measurements {

    private final List<Duration> durations = new ArrayList<>();

    void add(Duration duration) {
        durations.add(duration);
    }

    /** Measurement by measurement, what this took longer: noise that lasts slows both sides of a round. */
    Measurements beyond(Measurements baseline) {
        Measurements differences = new Measurements();
        IntStream.range(0, durations.size())
                .mapToObj(round -> durations.get(round).minus(baseline.durations.get(round)))
                .forEach(differences::add);
        return differences;
    }

    /** Measurement by measurement, how many times as long this took; the median of that. */
    double medianRatioTo(Measurements baseline) {
        return IntStream.range(0, durations.size())
                .mapToDouble(round -> (double) durations.get(round).toNanos()
                        / baseline.durations.get(round).toNanos())
                .sorted()
                .skip(durations.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    Duration median() {
        return ofSorted(durations.size() / 2);
    }

    Duration worst() {
        return ofSorted(durations.size() - 1);
    }

    void report(String what) {
        System.out.printf(
                Locale.ROOT,
                "  %-52s median %9s, 95%% under %9s, worst %9s, of %d%n",
                what,
                text(median()),
                text(ofSorted(durations.size() * 95 / 100)),
                text(worst()),
                durations.size());
    }

    private Duration ofSorted(int rank) {
        return durations.stream().sorted().skip(rank).findFirst().orElseThrow();
    }

    static String text(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    static String text(Duration duration) {
        return String.format(Locale.ROOT, "%.2f ms", duration.toNanos() / 1e6);
    }
}
