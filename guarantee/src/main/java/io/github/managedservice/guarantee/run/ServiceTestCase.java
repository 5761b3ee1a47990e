package io.github.managedservice.guarantee.run;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A test during which the run ends, in most ways. */
@HabitService
class ServiceTestCase {

    @Test
    void runs_until_the_end() throws IOException {
        Bystander.start();
        RoundFiles.ready();

        RoundFiles.awaitOrder();

        Act.ofThisRound().perform();
    }
}
