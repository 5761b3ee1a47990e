package io.github.managedservice.service;

import io.github.managedservice.internal.readiness.CheckProbe;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Ready when a check of the user's own says so. */
final class CheckReadiness extends Readiness {

    private final String description;
    private final Predicate<RunningService> check;

    CheckReadiness(String description, Predicate<RunningService> check) {
        this.description = Objects.requireNonNull(description, "description");
        this.check = Objects.requireNonNull(check, "check");
    }

    @Override
    ReadinessWatch watch(Starting starting) {
        RunningService service = starting.service();
        return PolledWatch.start(
                starting.threadName("check"), new CheckProbe(description, () -> check.test(service)), Optional.empty());
    }

    @Override
    ConditionState unwatched(Function<Template, String> fill) {
        return ConditionState.Simple.notYet("check '" + description + "'");
    }

    @Override
    Stream<Template> templates() {
        return Stream.empty();
    }

    @Override
    List<String> groups() {
        return List.of();
    }
}
