package io.github.managedservice.internal.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why a start may have failed, and what to do: from evidence only, none that is a guess. */
public final class Hints {

    /** The nearer to the cause, the earlier. */
    private static final List<Hint> NEAREST = List.of(
            new ShellSyntaxHint(),
            new MissingProgramHint(),
            new InterpreterHint(),
            new BinaryHint(),
            new MissingLibraryHint(),
            new ClassFileVersionHint(),
            new JavaExitHint(),
            new PortHolderHint(),
            new LastUseHint(),
            new LowPortHint(),
            new RootHint(),
            new UnwritableHint(),
            new FullDiskHint(),
            new OpenFilesHint(),
            new CrashFileHint(),
            new ExitCodeHint(),
            new OutOfMemoryHint(),
            new BackgroundHint(),
            new DeadlockHint(),
            new ListeningHint(),
            new PatternHint(),
            new EarlierMatchHint(),
            new OutputElsewhereHint());

    /** They only distract from those. */
    private static final List<Hint> FURTHER = List.of(new ShellCodeHint(), new SilenceHint(), new EmptyInputHint());

    private Hints() {}

    /**
     * Looks for causes. Never throws: a report without a hint is better than none.
     *
     * @param evidence what was seen
     * @return the hints, each a sentence; often none
     */
    public static List<String> from(Evidence evidence) {
        List<String> hints = from(NEAREST, evidence);
        return hints.isEmpty() ? from(FURTHER, evidence) : hints;
    }

    /**
     * Looks for the reason why a program was never run, although there was a process that was to become it. Never throws.
     *
     * @param evidence what was seen
     * @return the reason, one of the hints where it is known; empty where the program was run
     */
    public static Optional<String> whyNotRun(Evidence evidence) {
        try {
            return LaunchFailure.of(evidence);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Looks for a cause why a service ended that had become ready.
     *
     * @param exitCode its exit code
     * @param lines how many lines it printed
     * @return the hints, each a sentence; often none
     */
    public static List<String> afterReady(int exitCode, int lines) {
        return EmptyInputHint.afterReady(exitCode, lines).toList();
    }

    private static List<String> from(List<Hint> hints, Evidence evidence) {
        return hints.stream().flatMap(hint -> safely(hint, evidence)).distinct().toList();
    }

    private static Stream<String> safely(Hint hint, Evidence evidence) {
        try {
            return hint.from(evidence).toList().stream();
        } catch (RuntimeException e) {
            return Stream.empty();
        }
    }
}
