package io.github.managedservice.guarantee.run;

import io.github.managedservice.ManagedService;
import org.junit.jupiter.api.Test;

/** Has three services, of which the second does not start; its script says when the first has. */
@HabitService
@ManagedService(
        name = "second",
        command = {"${sys.guarantee.shell}", "${sys.guarantee.round}/habit.sh", "failing"},
        dependsOn = "habit",
        readyPattern = "^READY$")
@ManagedService(name = "third", command = "sleep 1000", dependsOn = "second")
class FailingSecondServiceTestCase {

    @Test
    void never_runs() {}
}
