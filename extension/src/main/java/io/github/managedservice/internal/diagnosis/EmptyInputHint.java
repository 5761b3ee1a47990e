package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** The program read to the end of its empty standard input, unlike in a terminal. */
final class EmptyInputHint implements Hint {

    /** Lines that a ready program may print; one that was not ready, and prints anything, had work to do. */
    private static final int FEW_LINES = 5;

    private static final String HINT =
            "its standard input is /dev/null, empty and at its end, and a program that reads it may"
                    + " end then: if so, try {\"sh\", \"-c\", \"sleep infinity | exec PROGRAM\"}";

    @Override
    public Stream<String> from(Evidence evidence) {
        return evidence.exitedWith(0)
                        && evidence.living().running() == 0
                        && evidence.printed().lines().isEmpty()
                ? Stream.of(HINT)
                : Stream.empty();
    }

    /** For a program that was ready before it ended. */
    static Stream<String> afterReady(int exitCode, int lines) {
        return exitCode == 0 && lines <= FEW_LINES ? Stream.of(HINT) : Stream.empty();
    }
}
