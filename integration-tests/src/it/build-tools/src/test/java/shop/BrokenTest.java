package shop;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.managedservice.ManagedService;
import org.junit.jupiter.api.Test;

/** Its service starts something, and ends before it is ready. */
@ManagedService(
        name = "broken",
        command = {"sh", "-c", "sleep 600 & echo no stock left; exit 3"},
        readyPattern = "^open")
class BrokenTest {

    @Test
    void does_not_run() {
        fail("The shop is not open");
    }
}
