package io.github.managedservice.internal.diagnosis;

import io.github.managedservice.internal.readiness.Expected;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Everything that was observed of a failed start. Nothing in {@code unmet} came in time. */
public record Evidence(
        Launched launched, Ending ending, Printed printed, List<Expected> unmet, LivingProcesses living) {

    public Evidence {
        unmet = List.copyOf(unmet);
    }

    /** For a start that never had a process. */
    public static Evidence ofNoProcess(Launched launched, Ending.NeverRan ending) {
        return new Evidence(launched, ending, Printed.NOTHING, List.of(), LivingProcesses.NONE);
    }

    boolean exitedWith(int... codes) {
        return ending instanceof Ending.Exited exited && Arrays.stream(codes).anyMatch(code -> code == exited.code());
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

    Stream<Expected.Line> unmetLines() {
        return unmet.stream().filter(Expected.Line.class::isInstance).map(Expected.Line.class::cast);
    }
}
