package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** Tells of the one thing that a program finds here and not in a terminal: nothing to read. */
final class EmptyInputHint implements Hint {

    /** A program that was ready may have said so much; one that was not, and says anything, had something to do. */
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

    /** Of a program that was ready before it ended. */
    static Stream<String> afterReady(int exitCode, int lines) {
        return exitCode == 0 && lines <= FEW_LINES ? Stream.of(HINT) : Stream.empty();
    }
}
