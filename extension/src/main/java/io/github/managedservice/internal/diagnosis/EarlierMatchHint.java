package io.github.managedservice.internal.diagnosis;

import io.github.managedservice.internal.readiness.Expected;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lines matched but did not count: those of an earlier start, or too few, too early or too late. */
final class EarlierMatchHint implements Hint {

    private static final long STEPS = 10_000_000;

    @Override
    public Stream<String> from(Evidence evidence) {
        Effort effort = new Effort(STEPS);
        return evidence.unmetLines().flatMap(expected -> explain(expected, evidence.printed(), effort));
    }

    private static Stream<String> explain(Expected.Line expected, Printed printed, Effort effort) {
        Pattern pattern = expected.pattern();
        return Stream.of(
                        last(pattern, printed.lines(), effort).map(line -> uncounted(line, expected)),
                        last(pattern, printed.late(), effort)
                                .map(line -> "the line " + line.quoted() + " matches, but came (on " + line.place()
                                        + ") after the service had been given up: raise its 'timeout', or on a slow"
                                        + " machine 'managedservice.timeout.factor'"),
                        last(pattern, printed.earlier(), effort)
                                .map(line -> "the line " + line.quoted()
                                        + " matches, but an earlier run of the service printed it (on " + line.place()
                                        + "), and only lines of the present run count: a line that is printed at a"
                                        + " first start alone cannot be awaited"))
                .flatMap(Optional::stream);
    }

    private static String uncounted(SeenLine line, Expected.Line expected) {
        return expected.times() > 1
                ? "the last line that matches is " + line.quoted() + ", on " + line.place() + "; " + expected.times()
                        + " such lines are needed: look for what did not report, give it more time, or lower the number"
                : "the line " + line.quoted() + " matches, but came (on " + line.place()
                        + ") before the condition that it has" + " to follow held, or only just when the time was over";
    }

    private static Optional<SeenLine> last(Pattern pattern, List<SeenLine> lines, Effort effort) {
        try {
            return lines.stream()
                    .filter(line -> effort.finds(pattern, line.text()))
                    .reduce((first, second) -> second);
        } catch (CancellationException | StackOverflowError e) {
            return Optional.empty();
        }
    }
}
