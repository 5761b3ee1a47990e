package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.service.RunningService;
import org.junit.jupiter.api.Test;

@SessionShop
class FirstSessionTest {

    @Test
    void has_the_shop(RunningService shop) {
        assertTrue(shop.isRunning());
    }

    @Test
    void runs_on_the_junit_that_is_meant() {
        assertEquals(
                System.getProperty("junit.version"), Test.class.getPackage().getImplementationVersion());
    }

    @Test
    void runs_on_the_jdk_that_is_meant() {
        int version = Runtime.version().feature();

        assertEquals(Integer.getInteger("jdk", version), version);
    }
}
