package io.github.managedservice.internal.diagnosis;

import java.util.Map;
import java.util.stream.Stream;

/** Says where the signal can come from that an exit code stands for, or what to look at next. */
final class ExitCodeHint implements Hint {

    private static final String NOT_OURS = " was not sent by this extension: ";
    private static final String NATIVE = ": a core dump shows where, if the system is set to keep one";

    private static final Map<Integer, String> WORDS = Map.of(
            129, "SIGHUP" + NOT_OURS + "another process, the program itself, or the end of a terminal sent it",
            130, "SIGINT" + NOT_OURS + "another process, the program itself, or Ctrl-C in a terminal sent it",
            134, "programs send themselves SIGABRT when a check in native code fails" + NATIVE,
            137, "SIGKILL" + NOT_OURS + "another process or the kernel sent it",
            139, "SIGSEGV is a crash in native code, of the program or of a library" + NATIVE,
            143, "SIGTERM, which asks a program to end," + NOT_OURS + "another process or the program itself sent it");

    @Override
    public Stream<String> from(Evidence evidence) {
        return evidence.ending() instanceof Ending.Exited exited
                        && CrashFileHint.file(evidence).isEmpty()
                ? Stream.ofNullable(WORDS.get(exited.code()))
                : Stream.empty();
    }
}
