package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.declaration.Condition;
import io.github.managedservice.internal.declaration.PlaceholderNames;
import io.github.managedservice.internal.declaration.ProbeTarget;
import io.github.managedservice.internal.declaration.Template;
import io.github.managedservice.service.RunningService;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Says of each kind of condition how it is watched. */
public final class ReadinessWatches {

    private ReadinessWatches() {}

    /** Of a condition that holds, or cannot be watched. */
    private record SettledWatch(ConditionState state, CompletableFuture<Void> ready) implements ReadinessWatch {
        @Override
        public void close() {}
    }

    static ReadinessWatch of(Condition condition, Starting starting) {
        return watch(condition, starting, false);
    }

    /** Begins to watch the condition that decides alone; {@link ReadinessWatch#awaitOnCallingThread} is called once. */
    public static ReadinessWatch ofAll(Condition condition, Starting starting) {
        return watch(condition, starting, true);
    }

    /** What cannot be watched fails as a condition does, so that the start is given up in order. */
    private static ReadinessWatch watch(Condition condition, Starting starting, boolean alone) {
        try {
            return begin(condition, starting, alone);
        } catch (RuntimeException e) {
            return new SettledWatch(
                    unwatched(condition, starting.fillKnown()).failed(String.valueOf(e.getMessage())),
                    CompletableFuture.failedFuture(e));
        }
    }

    private static ReadinessWatch begin(Condition condition, Starting starting, boolean alone) {
        if (condition instanceof Condition.Line line) {
            return LineConditionWatch.start(line, starting, alone);
        }
        if (condition instanceof Condition.Url url) {
            return url(url, starting);
        }
        if (condition instanceof Condition.Started started) {
            return new SettledWatch(
                    ConditionState.Simple.of(
                            ConditionState.Progress.READY,
                            started.description(starting.fillKnown()),
                            "",
                            Optional.empty()),
                    CompletableFuture.completedFuture(null));
        }
        if (condition instanceof Condition.Command command) {
            return PolledWatch.start(
                    starting.threadName("probe"), ProbeProgram.probe(command, starting), Optional.empty());
        }
        if (condition instanceof Condition.Check check) {
            RunningService service = starting.service();
            return PolledWatch.start(
                    starting.threadName("check"),
                    new CheckProbe(check.description(), () -> check.check().test(service)),
                    Optional.empty());
        }
        return combined((Condition.Combined) condition, starting);
    }

    private static ReadinessWatch url(Condition.Url url, Starting starting) {
        String text = url.address(starting.fill());
        try {
            ProbeTarget target = ProbeTarget.of(text, url.status());
            Probe probe = target.isHttp()
                    ? new HttpProbe(
                            target.uri(),
                            url.status(),
                            starting.limit(),
                            url.inOtherProtocol(text, starting.service().host()))
                    : new TcpProbe(target.host(), target.port());
            return PolledWatch.start(
                    starting.threadName("probe"),
                    new OwnPortProbe(probe, target.host(), target.port(), starting),
                    Optional.of(new Expected.Answer(target.host(), target.port())));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no URL: " + e.getReason(), e);
        }
    }

    private static ReadinessWatch combined(Condition.Combined combined, Starting starting) {
        ReadinessWatch first = of(combined.first(), starting);
        Condition second = combined.second();
        return combined.kind() == Condition.Kind.THEN
                ? new SequentialWatch(first, unwatched(second, starting.fillKnown()), () -> of(second, starting))
                : new ParallelWatch(combined.kind(), first, of(second, starting));
    }

    /** How a condition stands while it is not watched; its templates are filled as far as they can be by now. */
    private static ConditionState unwatched(Condition condition, Function<Template, String> fill) {
        return condition instanceof Condition.Combined combined
                ? ConditionState.Combined.of(
                        combined.kind(), unwatched(combined.first(), fill), unwatched(combined.second(), fill))
                : ConditionState.Simple.notYet(((Condition.Single) condition).description(fill));
    }

    /** For an instance that was started elsewhere: it is ready if it accepts a connection. */
    public static Condition fromOutside(Condition condition) {
        if (condition instanceof Condition.Combined combined) {
            return new Condition.Combined(
                    combined.kind(), fromOutside(combined.first()), fromOutside(combined.second()));
        }
        return condition instanceof Condition.Line || condition instanceof Condition.Started
                ? Condition.Url.port(PlaceholderNames.PORT)
                : condition;
    }
}
