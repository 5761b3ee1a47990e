package io.github.managedservice.internal.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Explains a failed start from evidence only, without guesses. Never throws: a report without a hint is better than
 * none.
 */
public final class Hints {

    /** Those nearest to the cause come first. */
    private static final List<Hint> NEAREST = List.of(
            new ShellSyntaxHint(),
            new MissingProgramHint(),
            new InterpreterHint(),
            new BinaryHint(),
            new MissingLibraryHint(),
            new ClassFileVersionHint(),
            new JavaExitHint(),
            new PortInUseHint(),
            new LowPortHint(),
            new RootHint(),
            new UnwritableHint(),
            new FullDiskHint(),
            new OpenFilesHint(),
            new ExitCodeHint(),
            new OutOfMemoryHint(),
            new BackgroundHint(),
            new DeadlockHint(),
            new ListeningHint(),
            new PatternHint(),
            new EarlierMatchHint(),
            new OutputElsewhereHint());

    /** They would only distract from the nearest ones. */
    private static final List<Hint> FURTHER = List.of(new ShellCodeHint(), new SilenceHint(), new EmptyInputHint());

    /** Messages of dash, bash and BusyBox about the {@code exec} of the launcher differ only in the middle. */
    private static final Pattern NOT_RUN = Pattern.compile("^managed-service: .+: (?<why>[^:]+)$");

    private Hints() {}

    public static List<String> from(Evidence evidence) {
        List<String> hints = from(NEAREST, evidence);
        return hints.isEmpty() ? from(FURTHER, evidence) : hints;
    }

    /** Empty if the program was run; otherwise its launcher ended without becoming it. */
    public static Optional<String> whyNotRun(Evidence evidence) {
        try {
            return reasonOfLauncher(evidence);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> reasonOfLauncher(Evidence evidence) {
        if (!evidence.exitedWith(126, 127)) {
            return Optional.empty();
        }
        String program = evidence.launched().command().get(0);
        return evidence.printed()
                .all(NOT_RUN)
                .filter(found -> found.line().text().contains(program))
                .findFirst()
                .map(found -> Stream.of(new InterpreterHint(), new BinaryHint())
                        .flatMap(hint -> hint.from(evidence))
                        .findFirst()
                        .orElseGet(() -> "'" + program + "' cannot be executed: "
                                + found.match().group("why")));
    }

    /** For a service that ended after it had become ready and had printed so many lines. */
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
