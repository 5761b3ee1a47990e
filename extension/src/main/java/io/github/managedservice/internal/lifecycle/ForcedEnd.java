package io.github.managedservice.internal.lifecycle;

import io.github.managedservice.internal.process.TreeProcess;
import io.github.managedservice.internal.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A service that did not end in time, so that it is killed. */
record ForcedEnd(String service, Asked asked, Duration limit, boolean running, List<TreeProcess> left) {

    private static final int SHOWN = 3;

    record Asked(String by, String remedy) {

        static Asked bySignal(String signal) {
            return new Asked("SIG" + signal, "choose a stopSignal or stopCommand that ends it");
        }

        static Asked byCommand() {
            return new Asked("its stop command", "choose a stopCommand that ends it");
        }

        static Asked byCommandInVain(String signal) {
            return new Asked("its stop command, which failed, and SIG" + signal, "correct its stopCommand");
        }
    }

    String message() {
        String time = " within " + Durations.text(limit) + " of " + asked.by() + " and ";
        if (running) {
            return "Service '" + service + "' did not end" + time + "was killed; raise stopTimeout, or "
                    + asked.remedy();
        }
        boolean one = left.size() == 1;
        return "Service '" + service + "' ended, but " + (one ? "1 process" : left.size() + " processes")
                + " of it did not" + time + (one ? "was" : "were") + " killed: " + list()
                + "; raise stopTimeout, or have the service end what it starts";
    }

    private String list() {
        String shown = left.stream().limit(SHOWN).map(FailureReport::describe).collect(Collectors.joining(", "));
        return left.size() > SHOWN ? shown + " and " + (left.size() - SHOWN) + " more" : shown;
    }
}
