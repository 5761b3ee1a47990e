package io.github.managedservice.internal.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The report of a crashed JVM; else where the signal behind an exit code can come from, or where to look next. */
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

    /** How much the clock of a file server may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    @Override
    public Stream<String> from(Evidence evidence) {
        if (!(evidence.ending() instanceof Ending.Exited exited)) {
            return Stream.empty();
        }
        Path crash = evidence.launched().directory().resolve("hs_err_pid" + exited.pid() + ".log");
        return isSince(exited.age(), crash)
                ? Stream.of("the Java virtual machine crashed: its report is '" + crash + "'")
                : Stream.ofNullable(WORDS.get(exited.code())).map(words -> words + ofClient(evidence.launched()));
    }

    /** Pids are reused, and the report of an earlier crash may still exist. */
    private static boolean isSince(Duration ago, Path file) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isAfter(Instant.now().minus(ago).minus(CLOCKS_DIFFER));
        } catch (IOException none) {
            return false;
        }
    }

    private static String ofClient(Launched launched) {
        return CLIENTS.contains(launched.programName())
                ? ". '" + launched.programName() + "' exits so too when it is what it runs that was ended by the signal"
                : "";
    }
}
