package io.github.managedservice.internal.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was seen of a start that failed.
 *
 * @param launched what was to run
 * @param ending how far it got
 * @param printed what it printed
 * @param unmet what it was waited for in vain
 * @param living what its processes did while they lived
 */
public record Evidence(
        Launched launched, Ending ending, Printed printed, List<Expected> unmet, LivingProcesses living) {

    /** Copies the list. */
    public Evidence {
        unmet = List.copyOf(unmet);
    }

    /**
     * Makes the evidence of a start that never came to a process.
     *
     * @param launched what was to run
     * @param ending why it did not
     * @return evidence with nothing else
     */
    public static Evidence ofNoProcess(Launched launched, Ending.NeverRan ending) {
        return new Evidence(launched, ending, Printed.NOTHING, List.of(), LivingProcesses.NONE);
    }

    /** Whether it ended by itself, with a code that a hint is about. */
    boolean exitedWith(int... codes) {
        return ending instanceof Ending.Exited exited && List.of(box(codes)).contains(exited.code());
    }

    boolean failedByItself() {
        return ending instanceof Ending.Exited exited && exited.code() != 0;
    }

    boolean isRunning() {
        return ending instanceof Ending.Running;
    }

    boolean awaitsLine() {
        return unmetLines().findAny().isPresent();
    }

    /** The lines that were waited for in vain. */
    Stream<Expected.Line> unmetLines() {
        return unmet.stream().filter(Expected.Line.class::isInstance).map(Expected.Line.class::cast);
    }

    private static Integer[] box(int... codes) {
        return Arrays.stream(codes).boxed().toArray(Integer[]::new);
    }
}
