package io.github.managedservice.internal.diagnosis;

import java.util.Map;
import java.util.stream.Stream;

/** Says what an exit code stands for, where that is settled. */
final class ExitCodeHint implements Hint {

    private static final Map<Integer, String> WORDS = Map.of(
            126, "is what a shell answers for a program that it found but could not run",
            127, "is what a shell answers for a program that it did not find, and a loader for a missing library",
            129, "is the end by SIGHUP: its terminal or session went away, or somebody sent it",
            130, "is the end by SIGINT, as by Ctrl-C in a terminal",
            134, "is the end by SIGABRT, which programs send themselves when they find something badly wrong",
            137, "is the end by SIGKILL, which was not sent from here",
            139, "is the end by SIGSEGV: a crash in native code",
            143, "is the end by SIGTERM, a polite request that did not come from here");

    @Override
    public Stream<String> from(Evidence evidence) {
        return evidence.ending() instanceof Ending.Exited exited
                ? Stream.ofNullable(WORDS.get(exited.code())).map(words -> "exit code " + exited.code() + " " + words)
                : Stream.empty();
    }
}
