package io.github.managedservice.service;

import io.github.managedservice.internal.diagnosis.ClockTime;
import io.github.managedservice.internal.process.CommandLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The text of a failed start: what happened, what it may come from, and all that was seen. Without secrets, except that
 * the name of the service and of its log file stay as they are.
 */
final class StartReport {

    private static final int LONGEST_STATE = 500;

    private final String name;
    private final SecretMask mask;
    private final List<String> lines = new ArrayList<>();

    private StartReport(String name, SecretMask mask) {
        this.name = name;
        this.mask = mask;
    }

    /** A start that failed before there was a process. */
    static ServiceStartException notSpawned(
            ServiceSpec spec,
            List<String> command,
            Launches launches,
            String reason,
            List<String> hints,
            SecretMask mask) {
        StartReport report = new StartReport(spec.name, mask);
        report.section("hints", hints.stream().map(mask::text));
        report.commandSection(spec, command, launches.directory(), launches.environment());
        return report.exception(" could not be started: " + mask.text(reason));
    }

    /** A process that did not become ready. */
    static ServiceStartException notReady(ServiceSpec spec, GivenUp seen, SecretMask mask) {
        StartReport report = new StartReport(spec.name, mask);
        report.section("hints", seen.hints().stream().map(mask::text));
        report.commandSection(
                spec,
                seen.run().launch().command(),
                seen.run().launch().directory(),
                seen.run().launch().environment());
        report.section("ready when", seen.state().lines().map(mask::text).map(StartReport::cut));
        List<LogLine> tail =
                seen
                        .lines()
                        .subList(
                                Math.max(0, seen.lines().size() - FailureReport.TAIL),
                                seen.lines().size())
                        .stream()
                        .map(ServiceLog::line)
                        .toList();
        report.lines.addAll(FailureReport.tail(mask.lines(tail)).lines().skip(1).toList());
        report.section("threads of Java", seen.threads().stream().map(mask::text));
        report.section("processes killed", mask.processes(seen.ended()).stream().map(FailureReport::describe));
        report.section("still alive", mask.processes(seen.left()).stream().map(FailureReport::survivor));
        report.lines.add("  log: " + seen.logFile());
        return report.exception(
                " did not become ready: " + mask.text(seen.failure().what()) + " (started at "
                        + ClockTime.text(seen.run().startedAt()) + ", given up at " + ClockTime.text(seen.at()) + ").");
    }

    /** An instance that stands in for a service, and does not answer as that should. */
    static ServiceStartException externalNotReady(
            String name, ExternalAddress address, String what, ConditionState state, SecretMask mask) {
        StartReport report = new StartReport(name, mask);
        report.section("ready when", state.lines().map(mask::text).map(StartReport::cut));
        return report.exception(" was not started, because " + Switches.externalName(name) + " = " + address
                + ", and that is not ready: " + mask.text(what) + ".");
    }

    private void commandSection(
            ServiceSpec spec, List<String> command, Path directory, Map<String, String> environment) {
        lines.add("  command:   " + CommandLine.quote(mask.words(command)));
        lines.add("  directory: " + mask.text(directory.toString()));
        Map<String, String> changed = new TreeMap<>(environment);
        changed.keySet().retainAll(spec.env.keySet());
        section(
                "environment changed",
                changed.entrySet().stream()
                        .map(variable -> CommandLine.quoteAssignment(
                                variable.getKey(), mask.value(variable.getKey(), variable.getValue()))));
    }

    private void section(String title, Stream<String> content) {
        List<String> indented = content.map(line -> "    " + line).toList();
        if (!indented.isEmpty()) {
            lines.add("  " + title + ":");
            lines.addAll(indented);
        }
    }

    /** Only once it is masked: of a secret that is cut in two, half would remain. */
    private static String cut(String line) {
        return line.length() > LONGEST_STATE ? line.substring(0, LONGEST_STATE) + "…" : line;
    }

    private ServiceStartException exception(String happened) {
        return new ServiceStartException("Service '" + name + "'" + happened + "\n" + String.join("\n", lines));
    }
}
