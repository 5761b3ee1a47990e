package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.diagnosis.Evidence;
import io.github.managedservice.internal.diagnosis.Hints;
import io.github.managedservice.internal.diagnosis.TellingLine;
import io.github.managedservice.internal.lifecycle.StartFailure.Kind;
import io.github.managedservice.internal.output.OutputLine;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.process.TreeProcess;
import io.github.managedservice.internal.readiness.ConditionState;
import io.github.managedservice.internal.text.SecretMask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ends a run that did not become ready, and looks at it before, as long as there is something to see.
 *
 * @param spec how it was declared
 * @param run the run
 * @param waiting what was waited for
 * @param log where it prints to
 * @param ports those it has for itself
 * @param mask what must not be shown
 */
record StartGivingUp(
        Declaration spec, ServiceRun run, StartWait waiting, OutputLog log, Set<Integer> ports, SecretMask mask) {

    /** Not all is looked at: a service can have printed gigabytes before it failed. */
    private static final long LAST_BYTES = 1024 * 1024;

    GivenUp because(StartFailure failure) {
        Instant at = Instant.now();
        ConditionState asked = waiting.state();
        waiting.stopAsking();
        StartScene scene = StartScene.look(failure, run, asked);
        List<OutputLine> before = lines();
        List<String> threads = failure.kind() == Kind.TIMEOUT ? ThreadQuestion.ask(spec.name(), run, log) : List.of();
        List<TreeProcess> left = end();
        // What a process said last is still being read when it has ended. One that runs is no evidence once we ended
        // it, and what it answered to our question is not its own.
        ConditionState state = failure.kind() == Kind.EXIT ? waiting.state() : scene.state();
        List<OutputLine> lines = threads.isEmpty() ? lines() : before;
        Optional<Evidence> evidence = evidence(scene, state, at, lines, threads);
        Optional<String> notRun = evidence.flatMap(Hints::whyNotRun);
        return new GivenUp(
                failure,
                run,
                at,
                state,
                lines,
                threads,
                scene.members(),
                left,
                notRun,
                evidence.flatMap(seen -> TellingLine.in(seen.printed().lines())),
                evidence.map(Hints::from).orElse(List.of()).stream()
                        .filter(hint -> !hint.equals(notRun.orElse("")))
                        .toList(),
                log);
    }

    private Optional<Evidence> evidence(
            StartScene scene, ConditionState state, Instant at, List<OutputLine> lines, List<String> threads) {
        // What a service prints when it is ended is no evidence of why it was; but a line that came late is.
        int own = scene.failure().kind() == Kind.TIMEOUT
                ? (int) lines.stream().filter(line -> !line.at().isAfter(at)).count()
                : lines.size();
        try {
            return Optional.of(scene.evidence(
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
        int own = log.lines(run.logStart()).size();
        return all.subList(0, all.size() - own);
    }
}
