package io.github.managedservice.guarantee.run;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Fails before its first test. */
@HabitService
class FailingBeforeAllTestCase {

    @BeforeAll
    static void fails() throws IOException {
        Bystander.start();
        RoundFiles.ready();
        RoundFiles.awaitOrder();
        throw new IllegalStateException("The preparation fails.");
    }

    @Test
    void never_runs() {}
}
