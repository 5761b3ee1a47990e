package io.github.managedservice.internal.diagnosis;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where the signal behind an exit code can come from, or where to look next. */
final class ExitCodeHint implements Hint {

    private static final String NOT_OURS = " was not sent by this extension: ";
    private static final String WHO =
            "look for a 'kill' or 'timeout' in the command and in scripts that it calls, for tests and"
                    + " build steps that end processes, and for a build that was cancelled";
    /** They exit with the code of a program on another machine or in a container. */
    private static final Set<String> CLIENTS = Set.of("docker", "podman", "nerdctl", "kubectl", "ssh");

    private static final String NATIVE = ". If it crashes by hand too, a core dump ('ulimit -c unlimited') shows where";

    private static final Map<Integer, String> WORDS = Map.of(
            129, "SIGHUP" + NOT_OURS + "a terminal sends it when it is closed; else " + WHO,
            130, "SIGINT" + NOT_OURS + "Ctrl-C in a terminal sends it; else " + WHO,
            134, "programs send themselves SIGABRT when a check in native code fails" + NATIVE,
            137, "SIGKILL" + NOT_OURS + "the kernel sends it when memory runs out; else " + WHO,
            139, "SIGSEGV is a crash in native code, of the program or of a library" + NATIVE,
            143, "SIGTERM, which asks a program to end," + NOT_OURS + WHO);

    @Override
    public Stream<String> from(Evidence evidence) {
        return evidence.ending() instanceof Ending.Exited exited
                        && CrashFileHint.file(evidence).isEmpty()
                ? Stream.ofNullable(WORDS.get(exited.code())).map(words -> words + ofClient(evidence.launched()))
                : Stream.empty();
    }

    private static String ofClient(Launched launched) {
        return CLIENTS.contains(launched.programName())
                ? ". '" + launched.programName() + "' exits so too when it is what it runs that was ended by the signal"
                : "";
    }
}
