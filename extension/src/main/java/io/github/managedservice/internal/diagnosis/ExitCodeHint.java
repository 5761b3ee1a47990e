package io.github.managedservice.internal.diagnosis;

import java.util.Map;
import java.util.stream.Stream;

/** Says which signal an exit code stands for, and where such signals come from. */
final class ExitCodeHint implements Hint {

    private static final Map<Integer, String> WORDS = Map.of(
            129, "means that SIGHUP ended it: somebody sent it, or its terminal or session went away",
            130, "means that SIGINT ended it, as Ctrl-C does in a terminal",
            134, "means that SIGABRT ended it, which programs send themselves when they find something badly wrong",
            137, "means that SIGKILL ended it, which this library did not send",
            139, "means that SIGSEGV ended it: a crash in native code",
            143, "means that SIGTERM ended it, a polite request that this library did not send");

    @Override
    public Stream<String> from(Evidence evidence) {
        return evidence.ending() instanceof Ending.Exited exited
                ? Stream.ofNullable(WORDS.get(exited.code())).map(words -> "exit code " + exited.code() + " " + words)
                : Stream.empty();
    }
}
