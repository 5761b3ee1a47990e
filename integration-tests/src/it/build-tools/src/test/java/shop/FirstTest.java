package shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.service.RunningService;
import org.junit.jupiter.api.Test;

@SharedShop
class FirstTest {

    @Test
    void has_the_shop(RunningService session) {
        assertTrue(session.isRunning());
    }
}
