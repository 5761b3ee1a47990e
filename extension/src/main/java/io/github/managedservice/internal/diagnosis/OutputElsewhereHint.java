package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** Says where the output goes of a service whose line is waited for. */
final class OutputElsewhereHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        return evidence.isRunning() && evidence.awaitsLine()
                ? evidence.living().outputElsewhere().stream().map(elsewhere -> elsewhere + ", where it is not seen")
                : Stream.empty();
    }
}
