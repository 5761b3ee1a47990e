package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.text.Durations;
import io.github.managedservice.service.ServiceCrashedException;
import io.github.managedservice.service.ServiceExit;
import java.time.Duration;
import java.util.Optional;

/** The end of a service that nobody had asked for: told in full once, and from then on by reference to that. */
public final class Crash {

    /** What was printed last is read within a millisecond, unless a child that lives on holds the pipe open. */
    private static final Duration LAST_WORDS = Duration.ofMillis(200);

    private final String service;
    private final ServiceRun run;
    private final ServiceExit exit;
    private final OutputServiceLog log;

    /** The test that has the whole story. Guarded by this. */
    private Optional<String> told = Optional.empty();

    /** When it happened, as that test saw it. Guarded by this. */
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

    /** Makes the failure of a test. */
    public synchronized ServiceCrashedException tell(String test, long beganNanos) {
        if (told.isPresent()) {
            return FailureReport.crashedBefore(service, when, exit, told.get(), log);
        }
        Duration into = Duration.ofNanos(endedAtNanos() - beganNanos);
        told = Optional.of(test);
        when = into.isNegative() ? " before " + test + " began" : ", " + Durations.text(into) + " into " + test;
        run.awaitLastWords(LAST_WORDS);
        return FailureReport.crashed(service, when, exit, log);
    }
}
