package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.diagnosis.TellingLine;
import io.github.managedservice.internal.output.OutputLine;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.process.TreeProcess;
import io.github.managedservice.internal.readiness.ConditionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run that did not become ready, and what was seen of it.
 *
 * @param failure what happened
 * @param run the run, ended by now
 * @param at when it was given up
 * @param state how its readiness stood then
 * @param lines what it printed, the last of it at least
 * @param threads what its Java virtual machines were doing
 * @param ended its processes that were alive, and were ended
 * @param left those that survived that
 * @param notRun why the program was never run, where it was not
 * @param telling what it printed that says most about its end
 * @param hints what it may come from
 * @param log all that it printed
 */
record GivenUp(
        StartFailure failure,
        ServiceRun run,
        Instant at,
        ConditionState state,
        List<OutputLine> lines,
        List<String> threads,
        List<TreeProcess> ended,
        List<TreeProcess> left,
        Optional<String> notRun,
        Optional<TellingLine> telling,
        List<String> hints,
        OutputLog log) {}
