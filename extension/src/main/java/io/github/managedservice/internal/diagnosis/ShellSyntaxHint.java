package io.github.managedservice.internal.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The command is written for a shell, but none runs it. */
final class ShellSyntaxHint implements Hint {

    /** Without {@code ;}, because programs such as {@code find} take it. */
    private static final Set<String> OPERATORS = Set.of("&&", "||", "|", "&", ">", ">>", "<", "2>", "2>&1", "&>");

    /** Rarely programs too, except {@code cd}, which then does nothing. */
    private static final Set<String> BUILTINS = Set.of("cd", "export", "source", ".", "ulimit", "set", "exec", "eval");

    private static final String REMEDY = "write {\"sh\", \"-c\", \"…\"} where one is needed";

    @Override
    public Stream<String> from(Evidence evidence) {
        boolean neverRan = evidence.ending() instanceof Ending.NeverRan;
        if (!neverRan && !evidence.failedByItself()) {
            return Stream.empty();
        }
        List<String> command = evidence.launched().command();
        Optional<String> operator =
                command.stream().skip(1).filter(OPERATORS::contains).findFirst();
        if (operator.isPresent()) {
            return Stream.of("no shell runs the command, so '" + operator.get() + "' is handed to '" + command.get(0)
                    + "' as an argument: " + REMEDY);
        }
        return neverRan && BUILTINS.contains(command.get(0))
                ? Stream.of("'" + command.get(0) + "' is a command of the shell, and no shell runs this one: " + REMEDY)
                : Stream.empty();
    }
}
