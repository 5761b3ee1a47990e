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
                        ? left + ": either it failed, and that is a helper which it had started; or it went to the"
                                + " background, as a daemon does, and needs its option for the foreground"
                        : left
                                + ", as a program does that goes to the background (a daemon): start the program with"
                                + " its option for the foreground");
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
