package io.github.managedservice.internal.diagnosis;

import java.util.List;
import java.util.stream.Stream;

/** Says why a start may have failed, and what to do: from evidence only, none that is a guess. */
public final class Hints {

    /** The nearer to the cause, the earlier. */
    private static final List<Hint> ALL = List.of(
            new MissingProgramHint(),
            new InterpreterHint(),
            new BinaryHint(),
            new MissingLibraryHint(),
            new ClassFileVersionHint(),
            new JavaExitHint(),
            new PortHolderHint(),
            new LowPortHint(),
            new UnwritableHint(),
            new FullDiskHint(),
            new OpenFilesHint(),
            new ExitCodeHint(),
            new OutOfMemoryHint(),
            new CrashFileHint(),
            new ListeningHint(),
            new PatternHint(),
            new EarlierMatchHint(),
            new SilenceHint());

    private Hints() {}

    /**
     * Looks for causes. Never throws: a report without a hint is better than none.
     *
     * @param evidence what was seen
     * @return the hints, each a sentence; often none
     */
    public static List<String> from(Evidence evidence) {
        return ALL.stream().flatMap(hint -> safely(hint, evidence)).distinct().toList();
    }

    private static Stream<String> safely(Hint hint, Evidence evidence) {
        try {
            return hint.from(evidence).toList().stream();
        } catch (RuntimeException e) {
            return Stream.empty();
        }
    }
}
