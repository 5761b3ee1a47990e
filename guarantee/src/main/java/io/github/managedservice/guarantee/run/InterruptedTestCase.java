package io.github.managedservice.guarantee.run;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Is interrupted while its service starts, or where that is ready at once, while it stops. */
@ExtendWith(Interruption.class)
@HabitService
class InterruptedTestCase {

    @Test
    void runs_until_the_end() throws IOException {
        Bystander.start();
        RoundFiles.ready();
        RoundFiles.awaitOrder();
    }
}
