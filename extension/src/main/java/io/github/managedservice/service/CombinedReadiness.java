package io.github.managedservice.service;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Two conditions as one. */
final class CombinedReadiness extends Readiness {

    /** How the two are combined. */
    enum Kind {
        AND("all of"),
        OR("one of"),
        THEN("one after the other");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final Kind kind;
    private final Readiness first;
    private final Readiness second;

    CombinedReadiness(Kind kind, Readiness first, Readiness second) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.first = Objects.requireNonNull(first, "first");
        this.second = Objects.requireNonNull(second, "second");
    }

    @Override
    ReadinessWatch watch(Starting starting) {
        return kind == Kind.THEN
                ? new SequentialWatch(first, second, starting)
                : new ParallelWatch(kind, ReadinessWatch.of(first, starting), ReadinessWatch.of(second, starting));
    }

    @Override
    Readiness fromOutside() {
        return new CombinedReadiness(kind, first.fromOutside(), second.fromOutside());
    }

    @Override
    ConditionState unwatched(Function<Template, String> fill) {
        return ConditionState.Combined.of(kind, first.unwatched(fill), second.unwatched(fill));
    }

    @Override
    Stream<Template> templates() {
        return Stream.concat(first.templates(), second.templates());
    }

    @Override
    List<String> groups() {
        return Stream.concat(first.groups().stream(), second.groups().stream())
                .distinct()
                .toList();
    }
}
