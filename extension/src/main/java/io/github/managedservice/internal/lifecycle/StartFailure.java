package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.output.OutputLine;
import io.github.managedservice.internal.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a service did not become ready: words that end a sentence; of a timeout, how long it was. */
record StartFailure(Kind kind, String what) {

    enum Kind {
        EXIT,
        FAILURE_LINE,
        STRANGER_ON_PORT,
        TIMEOUT,
        INTERRUPT,
        DECLARATION
    }

    /** strerror(3) of EADDRINUSE in glibc and musl, which most programs quote; Node's name for it; Docker's own words. */
    private static final Pattern PORT_IN_USE = Pattern.compile(
            "address (?:already )?in use|EADDRINUSE|port is already allocated", Pattern.CASE_INSENSITIVE);

    static StartFailure timeout(Duration limit) {
        return new StartFailure(Kind.TIMEOUT, Durations.text(limit));
    }

    static Stream<String> linesOfPortInUse(List<OutputLine> lines) {
        return lines.stream()
                .map(OutputLine::text)
                .filter(text -> PORT_IN_USE.matcher(text).find());
    }

    /** What shows that another process had taken the port: what we saw there, or a line of the service. */
    Optional<String> portConflict(List<OutputLine> lines) {
        return switch (kind) {
            case STRANGER_ON_PORT -> Optional.of(what);
            case EXIT, FAILURE_LINE -> linesOfPortInUse(lines).findFirst();
            case TIMEOUT, INTERRUPT, DECLARATION -> Optional.empty();
        };
    }
}
