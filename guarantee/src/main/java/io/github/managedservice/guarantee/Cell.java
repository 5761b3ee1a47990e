package io.github.managedservice.guarantee;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All rounds of one end and one habit. */
final class Cell {

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Duration> gone = new ArrayList<>();
    private int counted;
    private int survived;
    private int touched;

    void add(Outcome outcome) {
        outcomes.add(outcome);
        if (outcome instanceof Outcome.Counted result) {
            counted++;
            survived += result.survivors().isEmpty() ? 0 : 1;
            touched += result.touched().size();
            result.gone().ifPresent(gone::add);
            Collections.sort(gone);
        }
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** "0/30 9/15": rounds with survivors of all, median and worst milliseconds until the last was gone. */
    @Override
    public String toString() {
        if (outcomes.stream().anyMatch(Outcome.Broken.class::isInstance)) {
            return "broken";
        }
        if (counted == 0) {
            return "–";
        }
        String text = survived + "/" + counted;
        // Where the JVM ends its services itself, somebody seen after it is a survivor or nobody.
        if (!gone.isEmpty()
                && outcomes.stream().noneMatch(outcome -> outcome.round().end().isOrderly())) {
            text += " · " + gone.get((gone.size() - 1) / 2).toMillis() + "/"
                    + gone.get(gone.size() - 1).toMillis();
        }
        return touched == 0 ? text : text + " · **" + touched + " touched**";
    }
}
