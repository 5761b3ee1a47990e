package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.declaration.Condition;
import io.github.managedservice.internal.declaration.Template;
import io.github.managedservice.internal.output.LineWatch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Watches for lines that the service prints. */
record LineConditionWatch(Condition.Line line, LineWatch lines, CompletableFuture<Void> ready)
        implements ReadinessWatch {

    /** What was printed a moment ago is looked at before a report says that nothing matched. */
    private static final Duration CATCH_UP = Duration.ofSeconds(1);

    /** A watch that is alone may borrow the thread that waits. */
    static LineConditionWatch start(Condition.Line line, Starting starting, boolean alone) {
        String thread = starting.threadName("lines");
        LineWatch lines = alone
                ? LineWatch.prepare(thread, starting.log(), starting.from(), line.pattern(), line.times())
                : LineWatch.start(thread, starting.log(), starting.from(), line.pattern(), line.times());
        return new LineConditionWatch(
                line,
                lines,
                lines.result().thenAccept(match -> starting.context().capture(match.groups())));
    }

    @Override
    public void awaitOnCallingThread(Duration limit, BooleanSupplier decided) throws InterruptedException {
        lines.followHere(limit, decided);
    }

    @Override
    public ConditionState state() {
        ConditionState.Progress progress = ConditionState.Progress.of(ready);
        lines.awaitCaughtUp(CATCH_UP);
        return new ConditionState.Simple(
                progress,
                line.description(Template::source),
                ": " + standing(),
                sentence(),
                Optional.of(new Expected.Line(line.pattern(), line.times())));
    }

    @Override
    public void close() {
        lines.close();
    }

    private String standing() {
        if (lines.isBacktracking()) {
            return "line " + lines.linesSeen()
                    + " is still being matched: there are too many ways to try (\"catastrophic backtracking\"); avoid"
                    + " repetitions that match the same text in several ways, as (x+)+ and (a|a)* do";
        }
        return found()
                + (lines.isTooDeep() ? "; for a long line the pattern nests too deeply, as (a|b)* does" : "")
                + (lines.isTooSlow()
                        ? "; a line of more than 64 KiB was not looked at to its end, because the pattern has too many"
                                + " ways to match it, as .*x and (x+)+ do"
                        : "");
    }

    private String found() {
        if (lines.linesSeen() == 0) {
            return "nothing was printed";
        }
        return lines.matches() == 0
                ? "no line of " + lines.linesSeen() + " matched"
                : "only " + lines.matches() + " so far (" + printed() + ")";
    }

    private String printed() {
        return lines.linesSeen() == 1 ? "1 line was printed" : lines.linesSeen() + " lines were printed";
    }

    private String sentence() {
        if (lines.isBacktracking()) {
            return "line " + lines.linesSeen() + " is still being matched with \"" + line.pattern()
                    + "\": there are too many ways to try (\"catastrophic backtracking\")";
        }
        if (lines.linesSeen() == 0) {
            return "nothing was printed, so no line matched \"" + line.pattern() + "\"";
        }
        return lines.matches() == 0
                ? "no line of " + lines.linesSeen() + " matched \"" + line.pattern() + "\""
                : "only " + lines.matches() + (lines.matches() == 1 ? " line" : " lines") + " matched \""
                        + line.pattern() + "\", but " + line.times() + " are needed (" + printed() + ")";
    }
}
