package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** Says why a service whose line is waited for can be silent. */
final class SilenceHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        if (!evidence.isRunning() || evidence.unmet().stream().noneMatch(Expected.Line.class::isInstance)) {
            return Stream.empty();
        }
        if (!evidence.living().outputElsewhere().isEmpty()) {
            return evidence.living().outputElsewhere().stream()
                    .map(elsewhere -> elsewhere + ", where no line is looked for");
        }
        if (!evidence.printed().lines().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of("nothing came through the pipe that its output is: "
                + (isBufferedPython(evidence.launched())
                        ? "Python keeps back up to 8 KiB then, and PYTHONUNBUFFERED is not set: set it to 1, or run"
                                + " 'python -u'"
                        : "a program that is silent, or that keeps back some KiB when it does not print to a terminal"
                                + " (buffering; 'stdbuf -oL' turns that off in C programs)"));
    }

    private static boolean isBufferedPython(Launched launched) {
        return launched.programName().startsWith("python")
                && !launched.command().contains("-u")
                && launched.environment().getOrDefault("PYTHONUNBUFFERED", "").isEmpty();
    }
}
