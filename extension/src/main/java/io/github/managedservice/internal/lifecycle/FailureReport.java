package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.file.Leftover;
import io.github.managedservice.internal.process.TreeProcess;
import io.github.managedservice.internal.text.ClockTime;
import io.github.managedservice.internal.text.Durations;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.internal.text.VisibleText;
import io.github.managedservice.service.LogLine;
import io.github.managedservice.service.ServiceException;
import io.github.managedservice.service.ServiceExit;
import io.github.managedservice.service.ServiceStartException;
import io.github.managedservice.service.ServiceStopException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of failures. */
public final class FailureReport {

    static final int TAIL_LINES = 40;

    private static final int LONGEST_LINE = 500;
    private static final int LISTED_FILES = 10;

    private FailureReport() {}

    static ServiceStartException noResources(String name, Path log, String reason) {
        return new ServiceStartException(
                name, log, Optional.empty(), "Service '" + name + "' could not be started: " + reason);
    }

    /** A failure that has a message for users stays as it is. */
    static RuntimeException noResources(String name, Path log, Throwable failure) {
        return failure instanceof ServiceException || failure instanceof IllegalArgumentException
                ? (RuntimeException) failure
                : because(failure, noResources(name, log, Shortage.reason(failure)));
    }

    /** A start that an unexpected failure broke off. */
    static ServiceStartException brokenOff(String name, Throwable failure, List<TreeProcess> left, Path log) {
        return because(
                failure,
                new ServiceStartException(
                        name,
                        log,
                        Optional.empty(),
                        "Service '" + name + "' could not be started: " + Shortage.reason(failure)
                                + (left.isEmpty() ? "" : survivors(left)) + "\n  log: " + log));
    }

    private static ServiceStartException because(Throwable cause, ServiceStartException failure) {
        failure.initCause(cause);
        return failure;
    }

    static ServiceStopException notStopped(String name, List<TreeProcess> left, List<Leftover> files, Path log) {
        return new ServiceStopException(
                name,
                log,
                "Service '" + name + "' was stopped, but " + whatIsLeft(left) + survivors(left) + undeleted(files)
                        + "\n  log: " + log);
    }

    private static String whatIsLeft(List<TreeProcess> left) {
        return switch (left.size()) {
            case 0 -> "its temporary directory could not be deleted.";
            case 1 -> "1 process of it survives SIGKILL.";
            default -> left.size() + " processes of it survive SIGKILL.";
        };
    }

    private static String undeleted(List<Leftover> files) {
        String more = files.size() > LISTED_FILES ? "\n    and " + (files.size() - LISTED_FILES) + " more" : "";
        return files.isEmpty()
                ? ""
                : files.stream()
                        .limit(LISTED_FILES)
                        .map(file -> "\n    " + VisibleText.line(file.path() + ": " + file.reason(), LONGEST_LINE))
                        .collect(Collectors.joining("", "\n  not deleted:", more));
    }

    private static String survivors(List<TreeProcess> left) {
        return left.isEmpty()
                ? ""
                : left.stream()
                        .map(process -> "\n    " + survivor(process))
                        .collect(Collectors.joining("", "\n  still alive:", ""));
    }

    /** To stand after "it" in a sentence. */
    static String asVerb(ServiceExit exit) {
        return exit.signal()
                .map(name -> "was ended by SIG" + name + " (exit code " + exit.exitCode() + ")")
                .orElse("exited with code " + exit.exitCode());
    }

    /** The same failure, with the services that were not started because of it. */
    public static ServiceStartException keeping(ServiceStartException failure, List<String> dependents) {
        if (dependents.isEmpty()) {
            return failure;
        }
        String message = String.valueOf(failure.getMessage());
        int rest = message.indexOf('\n');
        int end = rest < 0 ? message.length() : rest;
        ServiceStartException keeping = new ServiceStartException(
                failure.service(),
                failure.log(),
                failure.exit(),
                message.substring(0, end) + "\n  services not started because of this failure: "
                        + String.join(", ", dependents) + message.substring(end));
        keeping.setStackTrace(failure.getStackTrace());
        Stream.of(failure.getSuppressed()).forEach(keeping::addSuppressed);
        return keeping;
    }

    static List<TreeProcess> masked(List<TreeProcess> processes, SecretMask mask) {
        return processes.stream()
                .map(process ->
                        new TreeProcess(process.pid(), mask.text(process.command()), process.age(), process.why()))
                .toList();
    }

    static List<LogLine> maskedLines(List<LogLine> lines, SecretMask mask) {
        return lines.stream()
                .map(line -> new LogLine(mask.text(line.text()), line.source(), line.at()))
                .toList();
    }

    static String survivor(TreeProcess process) {
        return describe(process) + ", " + process.why();
    }

    static String describe(TreeProcess process) {
        return "pid " + process.pid() + " (" + VisibleText.line(process.command(), LONGEST_LINE) + "), "
                + Durations.text(process.age()) + " old";
    }

    static String tail(List<LogLine> lines) {
        if (lines.isEmpty()) {
            return "\n  output: none";
        }
        return lines.stream()
                .map(line -> "\n    " + ClockTime.text(line.at())
                        + (line.source() == LogLine.Source.STDERR ? " err | " : " out | ")
                        + VisibleText.line(line.text(), LONGEST_LINE))
                .collect(Collectors.joining("", "\n  last output:", ""));
    }
}
