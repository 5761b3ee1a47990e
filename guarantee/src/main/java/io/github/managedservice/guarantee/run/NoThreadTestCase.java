package io.github.managedservice.guarantee.run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Has a service for which there is a process, but not a thread more than one, two or three. */
@ExtendWith(ThreadShortage.class)
@HabitService
class NoThreadTestCase {

    @Test
    void runs_until_the_end() {
        RoundFiles.awaitOrder();
    }
}
