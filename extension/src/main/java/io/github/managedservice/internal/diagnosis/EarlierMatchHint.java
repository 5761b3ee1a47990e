package io.github.managedservice.internal.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds lines that did match, but do not do: those of an earlier start, and those that are too few. */
final class EarlierMatchHint implements Hint {

    private static final long STEPS = 10_000_000;

    @Override
    public Stream<String> from(Evidence evidence) {
        Effort effort = new Effort(STEPS);
        return evidence.unmetLines().flatMap(expected -> explain(expected, evidence.printed(), effort));
    }

    private static Stream<String> explain(Expected.Line expected, Printed printed, Effort effort) {
        Pattern pattern = expected.pattern();
        return Stream.concat(
                last(pattern, printed.lines(), effort)
                        .map(line -> "the last line that matches is " + line.quoted() + ", on " + line.place() + "; "
                                + expected.times()
                                + " such lines are needed: look for what did not report, give it more time, or"
                                + " lower the number")
                        .stream(),
                last(pattern, printed.earlier(), effort)
                        .map(line -> "the line " + line.quoted()
                                + " matches, but an earlier run of the service printed it (on " + line.place()
                                + "), and only lines of the present run count: a line that is printed at a first start alone"
                                + " cannot be awaited")
                        .stream());
    }

    private static Optional<SeenLine> last(Pattern pattern, List<SeenLine> lines, Effort effort) {
        try {
            return lines.stream()
                    .filter(line -> pattern.matcher(new PatientText(line.text(), effort))
                            .find())
                    .reduce((first, second) -> second);
        } catch (Effort.OverException | StackOverflowError e) {
            return Optional.empty();
        }
    }
}
