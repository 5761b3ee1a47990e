package io.github.managedservice.service;

import io.github.managedservice.internal.diagnosis.Expected;
import io.github.managedservice.internal.readiness.Attempt;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a readiness condition stands, with all its parts. */
sealed interface ConditionState {

    /** A line for each condition, the parts of a combined one below it and indented. */
    Stream<String> lines();

    /** The same in one line. */
    String inOneLine();

    /** What has not come yet and is waited for. */
    Stream<Expected> unmet();

    /** The same, but it never will hold. */
    ConditionState failed(String why);

    /** How far a condition is. */
    enum Progress {
        READY("ready:   "),
        WAITING("waiting: "),
        FAILED("failed:  "),
        NOT_YET("not yet: ");

        private final String label;

        Progress(String label) {
            this.label = label;
        }

        static Progress of(CompletableFuture<?> ready) {
            if (!ready.isDone()) {
                return WAITING;
            }
            if (ready.isCancelled()) {
                return WAITING;
            }
            return ready.isCompletedExceptionally() ? FAILED : READY;
        }

        /** Why it failed. */
        static String reason(CompletableFuture<?> failed) {
            return failed.handle((ready, failure) -> String.valueOf(failure.getMessage()))
                    .join();
        }
    }

    /**
     * A condition that is looked at itself.
     *
     * @param progress how far it is
     * @param condition what it is
     * @param lastAnswer what was seen last; empty where nothing was looked at
     * @param expected what it waits for, where more than words can be said of it
     */
    record Simple(Progress progress, String condition, String lastAnswer, Optional<Expected> expected)
            implements ConditionState {

        /** A condition that is watched once another holds. */
        static Simple notYet(String condition) {
            return new Simple(Progress.NOT_YET, condition, "not checked before the one above holds", Optional.empty());
        }

        /** A condition that is asked again and again. */
        static String answer(Attempt.NotYet last, int attempts) {
            String tries = last.reason() + " after " + attempts + (attempts == 1 ? " try" : " tries");
            return last.detail().isEmpty() ? tries : tries + ", " + last.detail();
        }

        @Override
        public Stream<String> lines() {
            return Stream.of(progress.label + inOneLine());
        }

        @Override
        public String inOneLine() {
            return progress == Progress.READY ? condition : condition + ": " + lastAnswer;
        }

        @Override
        public Stream<Expected> unmet() {
            return progress == Progress.WAITING ? expected.stream() : Stream.empty();
        }

        @Override
        public ConditionState failed(String why) {
            return new Simple(Progress.FAILED, condition, why, expected);
        }
    }

    /**
     * Conditions as one.
     *
     * @param kind how they are combined
     * @param parts in the order in which they were written
     */
    record Combined(CombinedReadiness.Kind kind, List<ConditionState> parts) implements ConditionState {

        private static final String INDENTATION = "  ";

        /** Joins conditions; those that are combined in the same way themselves are taken apart. */
        static Combined of(CombinedReadiness.Kind kind, ConditionState first, ConditionState second) {
            return new Combined(
                    kind,
                    Stream.of(first, second)
                            .flatMap(state -> state instanceof Combined combined && combined.kind == kind
                                    ? combined.parts.stream()
                                    : Stream.of(state))
                            .toList());
        }

        @Override
        public Stream<String> lines() {
            return Stream.concat(
                    Stream.of(kind.words() + ":"),
                    parts.stream().flatMap(ConditionState::lines).map(INDENTATION::concat));
        }

        @Override
        public String inOneLine() {
            return parts.stream().map(ConditionState::inOneLine).collect(Collectors.joining("; "));
        }

        @Override
        public Stream<Expected> unmet() {
            return parts.stream().flatMap(ConditionState::unmet);
        }

        @Override
        public ConditionState failed(String why) {
            return new Combined(
                    kind, parts.stream().map(part -> part.failed(why)).toList());
        }
    }
}
