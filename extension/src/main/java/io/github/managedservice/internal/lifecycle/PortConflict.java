package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.output.OutputLine;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out whether a start failed because somebody else had taken the port in the meantime. */
final class PortConflict {

    /** strerror(3) of EADDRINUSE in glibc and musl, which most programs quote; Node's name for it; Docker's own words. */
    private static final Pattern WORDS = Pattern.compile(
            "address (?:already )?in use|EADDRINUSE|port is already allocated", Pattern.CASE_INSENSITIVE);

    private PortConflict() {}

    /** The lines that say so. */
    static Stream<String> words(List<OutputLine> lines) {
        return lines.stream()
                .map(OutputLine::text)
                .filter(text -> WORDS.matcher(text).find());
    }

    /** What shows it: our own finding, or a line of the service. */
    static Optional<String> find(StartFailure failure, List<OutputLine> lines) {
        if (failure.kind() == StartFailure.Kind.STRANGER_ON_PORT) {
            return Optional.of(failure.what());
        }
        return failure.canBePortConflict() ? words(lines).findFirst() : Optional.empty();
    }
}
