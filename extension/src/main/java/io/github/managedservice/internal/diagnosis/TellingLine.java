package io.github.managedservice.internal.diagnosis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The line that explains best why a service ended, with a second one if that says more. {@code isLast} means that it
 * was chosen only because no other line followed.
 */
public record TellingLine(List<SeenLine> lines, boolean isLast, boolean isComplaint) {

    /**
     * Only these last lines, without stack frames, are candidates: a program that fails soon prints no more after that.
     */
    private static final int WINDOW = 20;

    /** Lines that are looked at: the stack frames of an exception can be hundreds. */
    private static final int LAST = 1000;

    /** Lines of one message are printed together. */
    private static final Duration TOGETHER = Duration.ofMillis(100);

    public TellingLine {
        lines = List.copyOf(lines);
    }

    /**
     * The first line of the highest severity and the one that explains it, else the first of the last message about a
     * failure, else the last line; empty if there is none.
     */
    public static Optional<TellingLine> in(List<SeenLine> printed) {
        List<SeenLine> end = printed.subList(Math.max(0, printed.size() - LAST), printed.size());
        List<LineRole> roles = LineRole.of(end.stream().map(SeenLine::text).toList());
        List<Integer> content = IntStream.range(0, end.size())
                .filter(index -> roles.get(index) != LineRole.FRAME)
                .boxed()
                .toList();
        List<Integer> window = content.subList(Math.max(0, content.size() - WINDOW), content.size());
        return Stream.of(LineRole.FATAL, LineRole.ERROR)
                .flatMap(severity -> window.stream().filter(index -> roles.get(index) == severity))
                .findFirst()
                .map(first -> marked(end, roles, window, first))
                .or(() -> ofLastMessage(end, roles, window))
                .or(() -> last(end));
    }

    private static TellingLine marked(List<SeenLine> end, List<LineRole> roles, List<Integer> window, int first) {
        List<Integer> after = window.stream().filter(index -> index > first).toList();
        Optional<Integer> second = LineRole.needsExplanation(end.get(first).text())
                ? after.stream()
                        .filter(index -> LineRole.explains(end.get(index).text()))
                        .findFirst()
                : cause(end, roles, after);
        return second.map(index -> new TellingLine(List.of(end.get(first), end.get(index)), false, true))
                .orElseGet(() -> new TellingLine(List.of(end.get(first)), isLast(end, first), true));
    }

    private static boolean isLast(List<SeenLine> end, int index) {
        return end.stream().skip(index + 1).allMatch(line -> line.text().isBlank());
    }

    /** The root cause, or the exception itself if a log message precedes it. */
    private static Optional<Integer> cause(List<SeenLine> end, List<LineRole> roles, List<Integer> after) {
        List<Integer> same = after.stream()
                .takeWhile(index -> roles.get(index) != LineRole.OTHER)
                .toList();
        return same.stream()
                .filter(index -> LineRole.isCause(end.get(index).text()))
                .reduce((earlier, later) -> later)
                .or(() -> same.stream()
                        .findFirst()
                        .filter(index -> LineRole.isException(end.get(index).text())));
    }

    private static Optional<TellingLine> ofLastMessage(List<SeenLine> end, List<LineRole> roles, List<Integer> window) {
        List<Integer> plain = window.stream()
                .filter(index -> roles.get(index) == LineRole.OTHER || roles.get(index) == LineRole.FAILURE)
                .toList();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        int last = plain.get(plain.size() - 1);
        int telling = roles.get(last) == LineRole.FAILURE
                ? last
                : plain.stream()
                        .filter(index -> roles.get(index) == LineRole.FAILURE)
                        .filter(index -> areTogether(end.get(index), end.get(last)))
                        .findFirst()
                        .orElse(last);
        return Optional.of(new TellingLine(
                List.of(end.get(telling)), isLast(end, telling), roles.get(telling) == LineRole.FAILURE));
    }

    private static boolean areTogether(SeenLine line, SeenLine last) {
        return line.error() == last.error() && !line.at().plus(TOGETHER).isBefore(last.at());
    }

    private static Optional<TellingLine> last(List<SeenLine> end) {
        return end.stream()
                .filter(line -> !line.text().isBlank())
                .reduce((earlier, later) -> later)
                .map(line -> new TellingLine(List.of(line), true, false));
    }

    /** The end of a headline, such as {@code its last line is "FATAL: no space left"}. */
    public String quoted() {
        String quoted =
                String.join(" and ", lines.stream().map(SeenLine::strippedQuote).toList());
        return (isLast ? "its last line is " : "it printed ") + quoted;
    }
}
