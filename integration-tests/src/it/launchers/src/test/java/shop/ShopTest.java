package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.InjectService;
import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import io.github.managedservice.service.RunningService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ManagedService(
        name = "session",
        command = {
            "${java}",
            "-cp",
            "${classpath}",
            "io.github.managedservice.integration.shop.Shop",
            "${port}",
            "session",
            "${sys.journal}"
        },
        scope = Scope.SESSION)
@ManagedService(
        name = "method",
        command = {
            "${java}",
            "-cp",
            "${classpath}",
            "io.github.managedservice.integration.shop.Shop",
            "${port}",
            "method",
            "${sys.journal}"
        },
        scope = Scope.METHOD)
class ShopTest {

    @Test
    void has_its_shops(
            @InjectService("session") RunningService session, @InjectService("method") RunningService method) {
        assertTrue(session.isRunning());
        assertTrue(method.isRunning());
    }

    @Nested
    class Inside {

        @Test
        void has_its_shops(
                @InjectService("session") RunningService session, @InjectService("method") RunningService method) {
            assertTrue(session.isRunning());
            assertEquals("method", method.name());
        }
    }
}
