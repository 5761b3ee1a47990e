package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.diagnosis.Hints;
import io.github.managedservice.internal.diagnosis.SeenLine;
import io.github.managedservice.internal.diagnosis.TellingLine;
import io.github.managedservice.internal.text.Durations;
import io.github.managedservice.service.LogLine;
import io.github.managedservice.service.ServiceCrashedException;
import io.github.managedservice.service.ServiceExit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An unexpected end of a service. The first test that fails has the whole report, later ones refer to it. */
public final class Crash {

    /** The last output is read within a millisecond, unless a child holds the pipe open. */
    private static final Duration LAST_WORDS = Duration.ofMillis(200);

    private final String service;
    private final ServiceRun run;
    private final ServiceExit exit;
    private final OutputServiceLog log;

    /** The test that has the whole report. Guarded by this. */
    private Optional<String> told = Optional.empty();

    /** When it happened in that test. Guarded by this. */
    private String when = "";

    Crash(String service, ServiceRun run, ServiceExit exit, OutputServiceLog log) {
        this.service = service;
        this.run = run;
        this.exit = exit;
        this.log = log;
    }

    boolean isOf(ServiceRun other) {
        return run == other;
    }

    public long endedAtNanos() {
        return run.startedNanos() + exit.duration().toNanos();
    }

    public synchronized boolean isTold() {
        return told.isPresent();
    }

    public synchronized ServiceCrashedException report(String test, long beganNanos) {
        if (told.isPresent()) {
            return reference(told.get());
        }
        Duration into = Duration.ofNanos(endedAtNanos() - beganNanos);
        told = Optional.of(test);
        when = into.isNegative() ? " before " + test + " began" : ", " + Durations.text(into) + " into " + test;
        run.awaitLastWords(LAST_WORDS);
        return report(service, when, exit, log);
    }

    static ServiceCrashedException report(String name, String when, ServiceExit exit, OutputServiceLog log) {
        List<LogLine> lines = log.maskedTail(FailureReport.TAIL_LINES);
        return new ServiceCrashedException(
                name,
                log.file(),
                exit,
                ended(name, when, exit) + telling(exit, lines) + "."
                        + hints(Hints.afterReady(exit.exitCode(), lines.size())) + FailureReport.tail(lines)
                        + "\n  log: " + log.description(),
                true);
    }

    /** What was printed before a signal came says nothing of it, unless it complains. */
    private static String telling(ServiceExit exit, List<LogLine> masked) {
        return TellingLine.in(masked.stream()
                        .map(line -> new SeenLine(
                                line.text(), line.source() == LogLine.Source.STDERR, line.at(), text -> text))
                        .toList())
                .filter(line -> line.isComplaint() || exit.signal().isEmpty())
                .map(line -> "; " + line.quoted())
                .orElse("");
    }

    private ServiceCrashedException reference(String told) {
        return new ServiceCrashedException(
                service,
                log.file(),
                exit,
                ended(service, when, exit) + ". Its last lines are shown in the failure of " + told + ".\n  log: "
                        + log.description(),
                false);
    }

    private static String hints(List<String> hints) {
        return hints.isEmpty() ? "" : "\n  hints:\n    " + String.join("\n    ", hints);
    }

    private static String ended(String name, String when, ServiceExit exit) {
        return "Service '" + name + "' ended unexpectedly" + when + ": it " + FailureReport.asVerb(exit) + ", "
                + Durations.text(exit.duration()) + " after its start";
    }
}
