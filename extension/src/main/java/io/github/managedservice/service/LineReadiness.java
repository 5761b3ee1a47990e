package io.github.managedservice.service;

import io.github.managedservice.internal.diagnosis.Expected;
import io.github.managedservice.internal.output.GroupNames;
import io.github.managedservice.internal.output.LineMatch;
import io.github.managedservice.internal.output.LineWatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ready when the service has printed a matching line, or a number of them. */
final class LineReadiness extends Readiness {

    /** What was printed a moment ago is looked at before a report says that nothing matched. */
    private static final Duration CATCH_UP = Duration.ofSeconds(1);

    private final Pattern pattern;
    private final int times;

    LineReadiness(Pattern pattern, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times = " + times + ": a line must match at least once");
        }
        this.pattern = pattern;
        this.times = times;
    }

    @Override
    ReadinessWatch watch(Starting starting) {
        return watch(
                starting,
                LineWatch.start(starting.threadName("lines"), starting.log(), starting.from(), pattern, times));
    }

    @Override
    ReadinessWatch watchAlone(Starting starting) {
        return watch(
                starting,
                LineWatch.prepare(starting.threadName("lines"), starting.log(), starting.from(), pattern, times));
    }

    private ReadinessWatch watch(Starting starting, LineWatch lines) {
        CompletableFuture<Void> ready =
                lines.result().thenApply(LineMatch::groups).thenAccept(starting.capture());
        return new ReadinessWatch() {
            @Override
            public CompletableFuture<Void> ready() {
                return ready;
            }

            @Override
            public void borrow(Duration limit, BooleanSupplier decided) throws InterruptedException {
                lines.followHere(limit, decided);
            }

            @Override
            public ConditionState state() {
                ConditionState.Progress progress = ConditionState.Progress.of(ready);
                lines.awaitCaughtUp(CATCH_UP);
                return new ConditionState.Simple(
                        progress,
                        describe(),
                        ": " + standing(lines),
                        sentence(lines),
                        Optional.of(new Expected.Line(pattern, times)));
            }

            @Override
            public void close() {
                lines.close();
            }
        };
    }

    private String describe() {
        return (times == 1 ? "a line that matches \"" : times + " lines that match \"") + pattern + "\"";
    }

    private static String standing(LineWatch lines) {
        if (lines.isBacktracking()) {
            return "line " + lines.linesSeen()
                    + " is still being matched, there are too many ways to try (\"catastrophic backtracking\"); avoid"
                    + " repetitions that match the same text in several ways, as (x+)+ and (a|a)* do";
        }
        return found(lines)
                + (lines.isTooDeep() ? "; for a long line the pattern nests too deeply, as (a|b)* does" : "")
                + (lines.isTooSlow()
                        ? "; a line of more than 64 KiB was not looked at to its end, because the pattern has too many"
                                + " ways to match it, as .*x and (x+)+ do"
                        : "");
    }

    private static String found(LineWatch lines) {
        if (lines.linesSeen() == 0) {
            return "nothing was printed";
        }
        return lines.matches() == 0
                ? "no line of " + lines.linesSeen() + " matched"
                : "only " + lines.matches() + " so far (" + printed(lines) + ")";
    }

    private static String printed(LineWatch lines) {
        return lines.linesSeen() == 1 ? "1 line was printed" : lines.linesSeen() + " lines were printed";
    }

    private String sentence(LineWatch lines) {
        if (lines.isBacktracking()) {
            return "line " + lines.linesSeen() + " is still being matched with \"" + pattern
                    + "\", there are too many ways to try (\"catastrophic backtracking\")";
        }
        if (lines.linesSeen() == 0) {
            return "nothing was printed, so no line matched \"" + pattern + "\"";
        }
        return lines.matches() == 0
                ? "no line of " + lines.linesSeen() + " matched \"" + pattern + "\""
                : "only " + lines.matches() + " of the " + times + " lines needed matched \"" + pattern + "\" ("
                        + printed(lines) + ")";
    }

    /** Whoever accepts a connection is taken to be ready. */
    @Override
    Readiness fromOutside() {
        return UrlReadiness.port("port");
    }

    @Override
    ConditionState unwatched(Function<Template, String> fill) {
        return ConditionState.Simple.notYet(describe());
    }

    @Override
    Stream<Template> templates() {
        return Stream.empty();
    }

    @Override
    List<String> groups() {
        return GroupNames.of(pattern);
    }
}
