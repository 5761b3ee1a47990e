package io.github.managedservice.guarantee.run;

import io.github.managedservice.ManagedService;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Has a service that is stopped by a command, which does nothing. */
@ManagedService(
        name = "habit",
        command = {"${sys.guarantee.shell}", "${sys.guarantee.round}/habit.sh", "root", "${port}", "${port.second}"},
        readyPattern = "^READY$",
        env = "GUARANTEE_TEMP=${tempDir}",
        stopCommand = "true",
        stopTimeout = 1)
class StopCommandTestCase {

    @Test
    void runs_until_the_end() throws IOException {
        Bystander.start();
        RoundFiles.ready();
        RoundFiles.awaitOrder();
    }
}
