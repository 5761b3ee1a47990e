package io.github.managedservice.internal.diagnosis;

import io.github.managedservice.internal.text.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No line matches the pattern: shows the nearest one, and the difference. */
final class PatternHint implements Hint {

    /** Some tenths of a second at worst, after compilation. */
    private static final long STEPS = 20_000_000;

    /** Pairs of characters compared to find the nearest line. */
    private static final long COMPARISONS = 20_000_000;

    private static final int LAST_LINES = 2000;
    private static final int LONGEST = 500;
    private static final int SHORTEST_TEXT = 4;

    private final long steps;

    PatternHint() {
        this(STEPS);
    }

    PatternHint(long steps) {
        this.steps = steps;
    }

    @Override
    public Stream<String> from(Evidence evidence) {
        List<SeenLine> lines = evidence.printed().lines();
        Effort effort = new Effort(steps);
        return evidence.unmetLines()
                .flatMap(expected -> explain(
                        expected.pattern(), lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()), effort)
                        .stream());
    }

    private static Optional<String> explain(Pattern pattern, List<SeenLine> lines, Effort effort) {
        try {
            if (lines.stream().anyMatch(line -> effort.finds(pattern, line.text()))) {
                return Optional.empty();
            }
            return Stream.of(PatternVariant.values())
                    .flatMap(variant -> variant.of(pattern).stream()
                            .flatMap(changed -> lines.stream()
                                    .filter(line -> effort.finds(changed, line.text()))
                                    .limit(1))
                            .map(line -> "the line " + line.quoted() + " does not match \"" + pattern + "\" "
                                    + variant.explain(pattern, line.isShowable(pattern.pattern()))))
                    .findFirst()
                    .or(() -> CharsetHint.of(pattern, lines, effort))
                    .or(() -> nearest(pattern, lines));
        } catch (CancellationException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** Compares characters, so the pattern must be nearly plain text. */
    private static Optional<String> nearest(Pattern pattern, List<SeenLine> lines) {
        String text = pattern.pattern().replaceAll("^\\^|\\$$|\\\\(?=\\W)", "");
        if (text.length() < SHORTEST_TEXT) {
            return Optional.empty();
        }
        return latest(lines, text.length()).stream()
                .map(line -> new Near(line, distance(text, line)))
                .min(Comparator.comparingInt(Near::distance))
                .filter(near -> near.distance() <= text.length() / 4)
                .map(near -> "the line " + near.line().quoted() + " is nearest to \"" + pattern + "\", with "
                        + near.distance() + (near.distance() == 1 ? " character" : " characters") + " different");
    }

    private static int distance(String text, SeenLine line) {
        return EditDistance.toPart(text, line.text().substring(0, compared(line)));
    }

    private static int compared(SeenLine line) {
        return Math.min(LONGEST, line.text().length());
    }

    /** As many of the last lines as may be compared with a text of this length. */
    private static List<SeenLine> latest(List<SeenLine> lines, int length) {
        long left = COMPARISONS;
        int from = lines.size();
        while (from > 0 && left > 0) {
            from--;
            left -= (long) length * compared(lines.get(from));
        }
        return lines.subList(from, lines.size());
    }

    private record Near(SeenLine line, int distance) {}
}
