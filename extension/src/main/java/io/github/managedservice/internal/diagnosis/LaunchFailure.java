package io.github.managedservice.internal.diagnosis;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

final class LaunchFailure {

    /** Messages of dash, bash and BusyBox about the {@code exec} of the launcher differ only in the middle. */
    private static final Pattern WORDS = Pattern.compile("^managed-service: .+: (?<why>[^:]+)$");

    private LaunchFailure() {}

    /** Empty where the program was run, as far as is known. */
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
