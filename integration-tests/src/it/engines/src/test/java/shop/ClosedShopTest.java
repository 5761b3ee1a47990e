package shop;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.managedservice.ManagedService;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Nothing is started for a class of which no test runs. */
@ManagedService(
        name = "closed",
        command = {
            "${java}", "-cp", "${classpath}", "io.github.managedservice.integration.shop.Shop",
            "${port}", "closed", "${sys.journal}"
        })
class ClosedShopTest {

    @Test
    @Disabled("The shop is closed")
    void does_not_run() {
        fail("The shop is closed");
    }
}
