package io.github.managedservice.internal.diagnosis;

import io.github.managedservice.internal.diagnosis.LivingProcesses.Elsewhere;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service prints to a file while a line is expected. */
final class OutputElsewhereHint implements Hint {

    private static final String NOWHERE = "/dev/null";

    @Override
    public Stream<String> from(Evidence evidence) {
        if (!evidence.isRunning() || !evidence.awaitsLine()) {
            return Stream.empty();
        }
        boolean silent = evidence.printed().lines().isEmpty();
        return evidence.living().outputElsewhere().stream()
                // If the service prints, a helper without output explains nothing.
                .filter(elsewhere ->
                        silent || elsewhere.isService() || !elsewhere.target().equals(NOWHERE))
                .collect(Collectors.groupingBy(
                        elsewhere -> elsewhere.pid() + elsewhere.target(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(OutputElsewhereHint::explain);
    }

    private static String explain(List<Elsewhere> ofOneProcess) {
        Elsewhere first = ofOneProcess.get(0);
        boolean one = ofOneProcess.size() == 1;
        return ofOneProcess.stream().map(Elsewhere::stream).collect(Collectors.joining(" and ")) + " of pid "
                + first.pid() + " (" + first.program() + (one ? ") goes to '" : ") go to '") + first.target()
                + (one ? "', where it is not seen" : "', where they are not seen");
    }
}
