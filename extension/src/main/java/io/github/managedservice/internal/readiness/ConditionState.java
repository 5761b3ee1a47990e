package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.declaration.Condition;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a readiness condition stands, with all its parts. */
public sealed interface ConditionState {

    /** A line for each condition, the parts of a combined one below it and indented. */
    Stream<String> lines();

    String inOneLine();

    boolean holds();

    /** What is waited for in vain so far. */
    Stream<Expected> unmet();

    /** The same as sentences for a headline: each names a condition and how it stands. */
    Stream<String> unmetSentences();

    /** The same, but it never will hold. */
    ConditionState failed(String why);

    /** The same, without the reasons that a headline gives already. */
    ConditionState below(String headline);

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

        public static String reason(CompletableFuture<?> failed) {
            return failed.handle((ready, failure) -> String.valueOf(failure.getMessage()))
                    .join();
        }
    }

    /** What was seen last goes on after the condition; the sentence has both. */
    record Simple(Progress progress, String condition, String standing, String sentence, Optional<Expected> expected)
            implements ConditionState {

        private static final String BECAUSE = ": ";

        static Simple of(Progress progress, String condition, String standing, Optional<Expected> expected) {
            return new Simple(progress, condition, standing, condition + standing, expected);
        }

        static Simple notYet(String condition) {
            return of(Progress.NOT_YET, condition, " (checked once the condition above holds)", Optional.empty());
        }

        static String answer(ProbeResult.NotYet last, int attempts) {
            return " " + last.reason() + " (" + attempts + (attempts == 1 ? " try" : " tries")
                    + (last.detail().isEmpty() ? "" : ", " + last.detail()) + ")";
        }

        @Override
        public Stream<String> lines() {
            return Stream.of(progress.label + inOneLine());
        }

        @Override
        public String inOneLine() {
            return progress == Progress.READY ? condition : condition + standing;
        }

        @Override
        public boolean holds() {
            return progress == Progress.READY;
        }

        @Override
        public Stream<Expected> unmet() {
            return progress == Progress.WAITING || progress == Progress.FAILED ? expected.stream() : Stream.empty();
        }

        @Override
        public Stream<String> unmetSentences() {
            return progress == Progress.WAITING || progress == Progress.FAILED ? Stream.of(sentence) : Stream.empty();
        }

        @Override
        public ConditionState failed(String why) {
            return of(Progress.FAILED, condition, BECAUSE + why, expected);
        }

        @Override
        public ConditionState below(String headline) {
            return progress == Progress.FAILED && headline.endsWith(standing.substring(BECAUSE.length()))
                    ? of(progress, condition, "", expected)
                    : this;
        }
    }

    record Combined(Condition.Kind kind, List<ConditionState> parts) implements ConditionState {

        private static final String INDENTATION = "  ";

        /** Joins conditions; those that are combined in the same way themselves are taken apart. */
        static Combined of(Condition.Kind kind, ConditionState first, ConditionState second) {
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
        public boolean holds() {
            return kind == Condition.Kind.OR
                    ? parts.stream().anyMatch(ConditionState::holds)
                    : parts.stream().allMatch(ConditionState::holds);
        }

        @Override
        public Stream<Expected> unmet() {
            return holds() ? Stream.empty() : parts.stream().flatMap(ConditionState::unmet);
        }

        @Override
        public Stream<String> unmetSentences() {
            return holds() ? Stream.empty() : parts.stream().flatMap(ConditionState::unmetSentences);
        }

        @Override
        public ConditionState failed(String why) {
            return new Combined(
                    kind, parts.stream().map(part -> part.failed(why)).toList());
        }

        @Override
        public ConditionState below(String headline) {
            return new Combined(
                    kind, parts.stream().map(part -> part.below(headline)).toList());
        }
    }
}
