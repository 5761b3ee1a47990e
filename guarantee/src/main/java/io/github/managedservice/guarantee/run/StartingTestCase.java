package io.github.managedservice.guarantee.run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Is ended while its service starts. */
@ExtendWith(Announcement.class)
@HabitService
class StartingTestCase {

    @Test
    void runs_until_the_end() {
        RoundFiles.awaitOrder();
    }
}
