package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** Says why a service whose line is waited for can be silent. */
final class SilenceHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        if (!evidence.isRunning()
                || !evidence.awaitsLine()
                || !evidence.printed().lines().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of("the service printed nothing: "
                + (isBufferedPython(evidence.launched())
                        ? "Python keeps back up to 8 KiB then, and PYTHONUNBUFFERED is empty or not set: set it to 1, or run"
                                + " 'python -u'"
                        : "it is silent, or keeps back some KiB when it does not print to a terminal"
                                + " (buffering; 'stdbuf -oL' turns that off in C programs)"));
    }

    private static boolean isBufferedPython(Launched launched) {
        return launched.programName().startsWith("python")
                && !launched.command().contains("-u")
                && launched.environment().getOrDefault("PYTHONUNBUFFERED", "").isEmpty();
    }
}
