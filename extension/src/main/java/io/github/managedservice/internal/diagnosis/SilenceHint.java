package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** Why a service can be silent while a line is expected. */
final class SilenceHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        if (!evidence.isRunning()
                || !evidence.awaitsLine()
                || !evidence.printed().lines().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                isBufferedPython(evidence.launched())
                        ? "Python may be holding output back, up to 8 KiB of it when that does not go to a terminal."
                                + " Set PYTHONUNBUFFERED, which is " + unbuffered(evidence.launched())
                                + ", to 1, or run 'python -u'"
                        : "three causes look alike: the service needs more time; it prints nothing, which calls for"
                                + " another ready check; or it holds its output back because that does not go to a"
                                + " terminal ('stdbuf -oL' before the command turns that off for C programs)");
    }

    private static String unbuffered(Launched launched) {
        return launched.environment().containsKey("PYTHONUNBUFFERED") ? "empty" : "not set";
    }

    private static boolean isBufferedPython(Launched launched) {
        return launched.programName().startsWith("python")
                && launched.command().stream()
                        .skip(1)
                        .takeWhile(word -> word.startsWith("-"))
                        .noneMatch(word -> word.matches("-[A-Za-z]*u[A-Za-z]*"))
                && launched.environment().getOrDefault("PYTHONUNBUFFERED", "").isEmpty();
    }
}
