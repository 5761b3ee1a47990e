package io.github.managedservice.guarantee.run;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Fails when its instance is made. */
@HabitService
class FailingConstructorTestCase {

    FailingConstructorTestCase() throws IOException {
        Bystander.start();
        RoundFiles.ready();
        RoundFiles.awaitOrder();
        throw new IllegalStateException("The constructor fails.");
    }

    @Test
    void never_runs() {}
}
