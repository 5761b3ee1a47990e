package io.github.managedservice.internal.group;

import io.github.managedservice.internal.text.ClockTime;
import io.github.managedservice.service.ServiceStartException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Failed starts that a test has reported in full. A service that many tests share or start fails for all of them in the
 * same way. The later reports refer to the first.
 */
public final class ReportedFailures {

    private static final int LONGEST_REASON = 300;

    /** Times, ports and process ids differ each time, an exit code does not. */
    private static final Pattern CHANGING = Pattern.compile("(?<!code )(?<!\\d)\\d+(\\.\\d+)?( (ms|s|min)\\b)?");

    private static final String NOT_STARTED = "  services not started";
    private static final String LOG = "  log: ";

    /** By their headline. Guarded by this. */
    private final Map<String, Report> reports = new HashMap<>();

    private record Report(String test, Instant at) {}

    /** Returns the same failure, or where it was reported before, a short one that says where. */
    public synchronized ServiceStartException report(ServiceStartException failure, String test) {
        Report now = new Report(test, Instant.now());
        Report before = reports.putIfAbsent(CHANGING.matcher(headline(failure)).replaceAll("#"), now);
        return before == null ? failure : referringTo(before, failure, test);
    }

    private ServiceStartException referringTo(Report report, ServiceStartException failure, String test) {
        String headline = headline(failure);
        // "Service 'x'" and what happened; what follows describes it.
        int end = headline.indexOf("' ", headline.indexOf('\'') + 1) + 1;
        String reason = headline.substring(end);
        StringBuilder text = new StringBuilder(headline.substring(0, end))
                .append(" did not start: see the failure of ")
                .append(report.test)
                .append(" at ")
                .append(ClockTime.text(report.at))
                .append(". It")
                .append(reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason);
        message(failure)
                .lines()
                .skip(1)
                .filter(line -> line.startsWith(NOT_STARTED) || line.startsWith(LOG))
                .forEach(line -> text.append('\n').append(line));
        ServiceStartException reference = new ServiceStartException(failure, text.toString());
        for (Throwable other : failure.getSuppressed()) {
            reference.addSuppressed(other instanceof ServiceStartException start ? report(start, test) : other);
        }
        return reference;
    }

    private static String headline(ServiceStartException failure) {
        return message(failure).lines().findFirst().orElse("");
    }

    private static String message(ServiceStartException failure) {
        return String.valueOf(failure.getMessage());
    }
}
