package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.lifecycle.StartAutopsy.Findings;
import io.github.managedservice.internal.lifecycle.StartFailure.Kind;
import io.github.managedservice.internal.readiness.ConditionState;
import io.github.managedservice.internal.text.ClockTime;
import io.github.managedservice.internal.text.CommandLine;
import io.github.managedservice.internal.text.Durations;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.service.LogLine;
import io.github.managedservice.service.ServiceExit;
import io.github.managedservice.service.ServiceStartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The text of a failed start: what happened, what it may come from, and all that was seen. Without secrets, except that
 * the name of the service and of its log file stay as they are.
 */
final class StartReport {

    private static final int LONGEST_WORD = 2000;
    private static final int LONGEST_STATE = 500;
    private static final int LONGEST_CAUSE = 200;

    private final String name;
    private final Path log;
    private final SecretMask mask;
    private final List<String> lines = new ArrayList<>();

    private StartReport(String name, Path log, SecretMask mask) {
        this.name = name;
        this.log = log;
        this.mask = mask;
    }

    static ServiceStartException notSpawned(
            Declaration spec,
            List<String> command,
            Launches launches,
            String reason,
            List<String> hints,
            Path log,
            SecretMask mask) {
        StartReport report = new StartReport(spec.name(), log, mask);
        report.section("hints", hints.stream().map(mask::text));
        report.commandSection(spec, command, launches.directory(), launches.environment());
        return report.exception(Optional.empty(), " could not be started: " + mask.text(reason));
    }

    static ServiceStartException notReady(Declaration spec, Findings seen, boolean restart, SecretMask mask) {
        StartReport report = new StartReport(spec.name(), seen.log().file(), mask);
        report.section("hints", seen.hints().stream().map(mask::text));
        report.lines.add("  started:   " + ClockTime.text(seen.run().startedAt()) + spent(seen));
        report.commandSection(
                spec,
                seen.run().launch().command(),
                seen.run().launch().directory(),
                seen.run().launch().environment());
        report.section(
                "ready when",
                seen.state()
                        .below(seen.failure().what())
                        .lines()
                        .map(mask::text)
                        .map(line -> cut(line, LONGEST_STATE)));
        List<LogLine> tail = seen
                .lines()
                .subList(
                        Math.max(0, seen.lines().size() - FailureReport.TAIL_LINES),
                        seen.lines().size())
                .stream()
                .map(OutputServiceLog::line)
                .toList();
        report.lines.addAll(FailureReport.tail(FailureReport.maskedLines(tail, mask))
                .lines()
                .skip(1)
                .toList());
        report.section("threads of Java", seen.threads().stream().map(mask::text));
        report.section(
                "processes killed",
                FailureReport.masked(seen.ended(), mask).stream().map(FailureReport::describe));
        report.section(
                "still alive", FailureReport.masked(seen.left(), mask).stream().map(FailureReport::survivor));
        report.lines.add("  log: " + seen.log().description());
        return report.exception(
                seen.failure().kind() == Kind.EXIT
                        ? Optional.of(seen.run().onExit().join())
                        : Optional.empty(),
                seen.notRun().isPresent()
                        ? neverRan(seen.notRun().get(), seen.run().onExit().join(), mask)
                        : notReady(seen, restart, mask) + ".");
    }

    private static String notReady(Findings seen, boolean restart, SecretMask mask) {
        String when = restart ? " after its restart" : "";
        String what = mask.text(seen.failure().what());
        return switch (seen.failure().kind()) {
            case TIMEOUT -> notReadyInTime(when, seen.failure(), seen.state(), mask);
            case EXIT -> endedEarly(seen) + when + ": " + what + telling(seen);
            case STRANGER_ON_PORT, DECLARATION, FAILURE_LINE, INTERRUPT -> " did not become ready" + when + ": " + what;
        };
    }

    private static String notReadyInTime(String when, StartFailure failure, ConditionState state, SecretMask mask) {
        return " did not become ready" + when + " within its timeout of " + failure.what() + causes(state, mask);
    }

    /** A script that soon ends may have met all conditions. */
    private static String endedEarly(Findings seen) {
        return seen.state().unmetSentences().findAny().isEmpty()
                ? " became ready, but did not keep running"
                : " did not become ready";
    }

    private static String neverRan(String why, ServiceExit exit, SecretMask mask) {
        return " could not be started: " + mask.text(why) + " (exit code " + exit.exitCode() + " after "
                + Durations.text(exit.duration()) + ").";
    }

    /** A line that complains is why it ended; another one may be, where no hint says more. */
    private static String telling(Findings seen) {
        boolean isAllThereIs =
                seen.hints().isEmpty() || seen.run().onExit().join().exitCode() == 0;
        return seen.telling()
                .filter(line -> line.isComplaint() || isAllThereIs)
                .map(line -> "; " + line.quoted())
                .orElse("");
    }

    /** The end of a headline. The first of several conditions stands for all. */
    private static String causes(ConditionState state, SecretMask mask) {
        List<String> unmet = state.unmetSentences().toList();
        if (unmet.isEmpty()) {
            return "";
        }
        String first = cut(mask.text(unmet.get(0)).replaceAll("\\R", " "), LONGEST_CAUSE);
        return ": " + first
                + switch (unmet.size()) {
                    case 1 -> "";
                    case 2 -> ", and 1 more condition does not hold";
                    default -> ", and " + (unmet.size() - 1) + " more conditions do not hold";
                };
    }

    /** Empty where the failure says it. */
    private static String spent(Findings seen) {
        return switch (seen.failure().kind()) {
            case STRANGER_ON_PORT, DECLARATION ->
                ", given up after " + Durations.text(Duration.between(seen.run().startedAt(), seen.givenUpAt()));
            case EXIT, FAILURE_LINE, TIMEOUT, INTERRUPT -> "";
        };
    }

    static ServiceStartException externalNotReady(
            String name,
            ExternalAddress address,
            StartFailure failure,
            ConditionState state,
            Path log,
            SecretMask mask) {
        StartReport report = new StartReport(name, log, mask);
        report.section(
                "ready when",
                state.below(failure.what()).lines().map(mask::text).map(line -> cut(line, LONGEST_STATE)));
        return report.exception(
                Optional.empty(),
                " was not started, because " + Switches.externalName(name) + " = " + address
                        + ", and that"
                        + (failure.kind() == Kind.TIMEOUT
                                ? notReadyInTime("", failure, state, mask)
                                : " did not become ready: " + mask.text(failure.what()))
                        + ".");
    }

    private void commandSection(
            Declaration spec, List<String> command, Path directory, Map<String, String> environment) {
        lines.add("  command:   "
                + CommandLine.quote(
                        mask.words(command).stream().map(StartReport::shortened).toList()));
        lines.add("  directory: " + mask.text(directory.toString()));
        Map<String, String> changed = new TreeMap<>(environment);
        changed.keySet().retainAll(spec.env().keySet());
        section(
                "declared env",
                changed.entrySet().stream()
                        .map(variable -> CommandLine.quoteAssignment(
                                variable.getKey(), shortened(mask.value(variable.getKey(), variable.getValue())))));
    }

    private void section(String title, Stream<String> content) {
        List<String> indented = content.map(line -> "    " + line).toList();
        if (!indented.isEmpty()) {
            lines.add("  " + title + ":");
            lines.addAll(indented);
        }
    }

    /** A class path can be as long as the rest of all reports. */
    private static String shortened(String word) {
        return word.length() > LONGEST_WORD
                ? word.substring(0, LONGEST_WORD) + "… " + (word.length() - LONGEST_WORD) + " more"
                : word;
    }

    /** Takes masked text, because half of a secret would not be masked. */
    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }

    private ServiceStartException exception(Optional<ServiceExit> exit, String happened) {
        return new ServiceStartException(
                name, log, exit, "Service '" + name + "'" + happened + "\n" + String.join("\n", lines));
    }
}
