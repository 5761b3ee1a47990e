package shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.ManagedService;
import io.github.managedservice.service.RunningService;
import org.junit.jupiter.api.Test;

@ManagedService(
        name = "late",
        command = {
            "${java}",
            "-cp",
            "${classpath}",
            "io.github.managedservice.integration.shop.Shop",
            "${port}",
            "late",
            "${sys.journal}"
        })
class GiveUpSecondTest {

    @Test
    void does_not_run_any_more(RunningService late) {
        assertTrue(late.isRunning());
    }
}
