package io.github.managedservice.internal.diagnosis;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells a program that was never run from one that ran and ended, by the words of the shell that was to become it. */
final class LaunchFailure {

    /** As dash, bash and BusyBox say it of the launcher's {@code exec}, each in its own way but for the ends. */
    private static final Pattern WORDS = Pattern.compile("^managed-service: .+: (?<why>[^:]+)$");

    private LaunchFailure() {}

    /** Why it was never run; empty where it was, as far as we know. */
    static Optional<String> of(Evidence evidence) {
        if (!evidence.exitedWith(126, 127)) {
            return Optional.empty();
        }
        String program = evidence.launched().command().get(0);
        return evidence.printed()
                .all(WORDS)
                .filter(found -> found.line().text().contains(program))
                .findFirst()
                .map(found -> cause(evidence)
                        .orElseGet(() -> "'" + program + "' cannot be executed: "
                                + found.match().group("why")));
    }

    private static Optional<String> cause(Evidence evidence) {
        return Stream.of(new InterpreterHint(), new BinaryHint())
                .flatMap(hint -> hint.from(evidence))
                .findFirst();
    }
}
