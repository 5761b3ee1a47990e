package shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.InjectService;
import io.github.managedservice.ManagedService;
import io.github.managedservice.service.RunningService;
import org.junit.jupiter.api.Test;

/** Fails once. What it needs of its own is started again for the second try, what it shares is not. */
@SharedShop
@ManagedService(
        name = "own",
        command = {
            "${java}",
            "-cp",
            "${classpath}",
            "io.github.managedservice.integration.shop.Shop",
            "${port}",
            "own",
            "${sys.journal}"
        })
class FlakyTest {

    private static long sharedPid;

    @Test
    void passes_the_second_time(
            @InjectService("shared") RunningService shared, @InjectService("own") RunningService own) {
        assertTrue(own.isRunning());
        boolean again = sharedPid == shared.pid();
        sharedPid = shared.pid();
        assertTrue(again);
    }
}
