package io.github.managedservice.internal.diagnosis;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the line that comes nearest to a pattern which no line matched, and says what stands between them. */
final class PatternHint implements Hint {

    private static final Duration LIMIT = Duration.ofMillis(50);
    private static final int LAST_LINES = 2000;
    private static final int LONGEST = 500;
    private static final int SHORTEST_TEXT = 4;

    @Override
    public Stream<String> from(Evidence evidence) {
        List<SeenLine> lines = evidence.printed().lines();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        return evidence.unmetLines()
                .flatMap(expected -> explain(
                        expected.pattern(),
                        lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()),
                        deadline)
                        .stream());
    }

    private static Optional<String> explain(Pattern pattern, List<SeenLine> lines, long deadline) {
        Predicate<SeenLine> matches = line -> found(pattern, line, deadline);
        try {
            if (lines.stream().anyMatch(matches)) {
                return Optional.empty();
            }
            return Stream.of(PatternVariant.values())
                    .flatMap(variant -> variant.of(pattern).stream()
                            .flatMap(changed -> lines.stream()
                                    .filter(line -> found(changed, line, deadline))
                                    .limit(1))
                            .map(line -> "the line " + line.quoted() + " does not match \"" + pattern + "\" "
                                    + variant.explain(pattern, line.isShowable(pattern.pattern()))))
                    .findFirst()
                    .or(() -> nearest(pattern, lines, deadline));
        } catch (PatientText.OverException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static boolean found(Pattern pattern, SeenLine line, long deadline) {
        return pattern.matcher(new PatientText(line.text(), deadline)).find();
    }

    /** By characters, for a pattern that is hardly more than text. */
    private static Optional<String> nearest(Pattern pattern, List<SeenLine> lines, long deadline) {
        String text = pattern.pattern().replaceAll("^\\^|\\$$|\\\\(?=\\W)", "");
        if (text.length() < SHORTEST_TEXT) {
            return Optional.empty();
        }
        return lines.stream()
                .takeWhile(line -> System.nanoTime() - deadline < 0)
                .map(line -> new Near(line, distance(text, line)))
                .min(Comparator.comparingInt(Near::distance))
                .filter(near -> near.distance() <= text.length() / 4)
                .map(near -> "the line " + near.line().quoted() + " is nearest to \"" + pattern + "\", with "
                        + near.distance() + (near.distance() == 1 ? " character" : " characters") + " different");
    }

    private static int distance(String text, SeenLine line) {
        return EditDistance.toPart(
                text, line.text().substring(0, Math.min(LONGEST, line.text().length())));
    }

    private record Near(SeenLine line, int distance) {}
}
