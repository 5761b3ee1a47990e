package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.ManagedService;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of {@code managedservice.timeout.factor}, {@code log.directory}, {@code log.forward} and {@code mask}. */
@ExtendWith(LibraryLog.class)
@ManagedService(
        name = "shop",
        command = {"${java}", "-cp", "${classpath}", "shop.Shop"},
        readyPattern = "^ready",
        timeout = 10,
        unit = TimeUnit.MILLISECONDS)
class ShopTest {

    @Test
    void has_its_log_where_that_is_wanted(RunningService shop) {
        Path logs = Path.of("target", "logs", "shop.ShopTest", "shop.log").toAbsolutePath();

        assertEquals(logs, shop.log().file());
    }

    @Test
    void has_its_lines_in_the_logger_without_secrets() throws Exception {
        assertEquals("***", LibraryLog.await("^\\[shop\\] ready, pin=(.*)"));
    }

    @Test
    void has_no_secrets_in_a_failure(RunningService shop) {
        String message = assertThrows(
                        ServiceException.class, () -> shop.log().await("never", Duration.ofMillis(1)))
                .getMessage();

        assertTrue(message.contains("ready, pin=***"), message);
        assertFalse(message.contains("4711"), message);
    }
}
