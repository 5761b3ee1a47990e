package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** The program went to the background, as a daemon does. */
final class BackgroundHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        int running = evidence.living().running();
        if (!evidence.exitedWith(0) || running == 0) {
            return Stream.empty();
        }
        String left = "the process that was started exited with code 0 and left " + running
                + (running == 1 ? " other process" : " other processes") + " running";
        return Stream.of(
                hasComplained(evidence.printed())
                        ? left + ": either it failed after it had started a helper, or it went to the background (a"
                                + " daemon) and needs its option to stay in the foreground"
                        : left + "; it probably went to the background (a daemon): use its option to stay in the"
                                + " foreground");
    }

    /** A daemon that starts well reports it on standard output, if at all. */
    private static boolean hasComplained(Printed printed) {
        return printed.lines().stream()
                        .anyMatch(line -> line.error() && !line.text().isBlank())
                || TellingLine.in(printed.lines())
                        .filter(TellingLine::isComplaint)
                        .isPresent();
    }
}
