package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.diagnosis.Evidence;
import io.github.managedservice.internal.diagnosis.Hints;
import io.github.managedservice.internal.diagnosis.TellingLine;
import io.github.managedservice.internal.diagnosis.ThreadDump;
import io.github.managedservice.internal.lifecycle.StartFailure.Kind;
import io.github.managedservice.internal.output.LineWatch;
import io.github.managedservice.internal.output.OutputLine;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.process.TreeProcess;
import io.github.managedservice.internal.readiness.ConditionState;
import io.github.managedservice.internal.text.SecretMask;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Ends a run that did not become ready, and looks at it before, as long as there is something to see. */
record StartAutopsy(
        Declaration spec, ServiceRun run, StartRace waiting, OutputLog log, Set<Integer> ports, SecretMask mask) {

    /** Not all is looked at: a service can have printed gigabytes before it failed. */
    private static final long LAST_BYTES = 1024 * 1024;

    /** A machine on which the start took long needs longer for the answer, too. */
    private static final Duration SHORTEST_ANSWER = Duration.ofSeconds(1);

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Pattern END_OF_THREADS = Pattern.compile(ThreadDump.END);

    /** The lines are the last of the run. Those processes are left that survived their end. */
    record Findings(
            StartFailure failure,
            ServiceRun run,
            Instant givenUpAt,
            ConditionState state,
            List<OutputLine> lines,
            List<String> threads,
            List<TreeProcess> ended,
            List<TreeProcess> left,
            Optional<String> notRun,
            Optional<TellingLine> telling,
            List<String> hints,
            OutputLog log) {}

    Findings of(StartFailure failure) {
        Instant at = Instant.now();
        ConditionState asked = waiting.state();
        waiting.stopAsking();
        StartSnapshot snapshot = StartSnapshot.look(failure, run);
        List<OutputLine> before = lines();
        List<String> threads = failure.kind() == Kind.TIMEOUT ? threads() : List.of();
        List<TreeProcess> left = end();
        // What a process said last is still being read when it has ended. One that runs is no evidence once we ended
        // it, and what it answered to our question is not its own.
        ConditionState state = failure.kind() == Kind.EXIT ? waiting.state() : asked;
        List<OutputLine> lines = threads.isEmpty() ? lines() : before;
        Optional<Evidence> evidence = evidence(snapshot, state, at, lines, threads);
        Optional<String> notRun = evidence.flatMap(Hints::whyNotRun);
        return new Findings(
                failure,
                run,
                at,
                state,
                lines,
                threads,
                snapshot.members(),
                left,
                notRun,
                evidence.flatMap(seen -> TellingLine.in(seen.printed().lines())),
                evidence.map(Hints::from).orElse(List.of()).stream()
                        .filter(hint -> !hint.equals(notRun.orElse("")))
                        .toList(),
                log);
    }

    private Optional<Evidence> evidence(
            StartSnapshot snapshot, ConditionState state, Instant at, List<OutputLine> lines, List<String> threads) {
        // What a service prints when it is ended is no evidence of why it was; but a line that came late is.
        int own = snapshot.failure().kind() == Kind.TIMEOUT
                ? (int) lines.stream().filter(line -> !line.at().isAfter(at)).count()
                : lines.size();
        try {
            return Optional.of(snapshot.evidence(
                    state,
                    lines.subList(0, own),
                    earlierLines(),
                    lines.subList(own, lines.size()),
                    threads,
                    ports,
                    mask));
        } catch (RuntimeException e) {
            // The report is worth more than its hints.
            return Optional.empty();
        }
    }

    /** Asks the JVMs of the service what their threads do. They answer in its output, or not in time. */
    private List<String> threads() {
        long from = log.position();
        try {
            if (!run.tree().evidence().askForThreads()) {
                return List.of();
            }
        } catch (UncheckedIOException e) {
            return List.of();
        }
        Duration limit = SHORTEST_ANSWER.plus(run.age().dividedBy(4));
        long nanos = (limit.compareTo(LONGEST_ANSWER) < 0 ? limit : LONGEST_ANSWER).toNanos();
        try (LineWatch watch = LineWatch.start("service-" + spec.name() + "-threads", log, from, END_OF_THREADS, 1)) {
            watch.result().get(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // What has come by now is better than nothing.
        }
        return ThreadDump.essence(log.lines(from).stream().map(OutputLine::text).toList());
    }

    /** What only a stop command can end is asked by that first. */
    private List<TreeProcess> end() {
        run.expectEnd();
        run.stopRequest().ifPresent(stop -> stop.askUntilExit(run.onExit()));
        return run.end();
    }

    private List<OutputLine> lines() {
        return log.lines(Math.max(run.logStart(), log.position() - LAST_BYTES));
    }

    /** Those before this run; none where they are further away than we look. */
    private List<OutputLine> earlierLines() {
        long oldest = log.position() - LAST_BYTES;
        if (run.logStart() == 0 || oldest > run.logStart()) {
            return List.of();
        }
        List<OutputLine> all = log.lines(Math.max(0, oldest));
        return all.subList(0, all.size() - log.lines(run.logStart()).size());
    }
}
