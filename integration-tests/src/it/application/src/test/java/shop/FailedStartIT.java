package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.service.ServiceExit;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailedStartIT {

    @Test
    void is_explained_by_spring() {
        ServiceSpec shop = ServiceSpec.builder("${java}", "-jar", "${sys.shop.jar}", "--server.port=many")
                .name("shop")
                .readyPattern("Started Application")
                .timeout(Duration.ofSeconds(60))
                .build();

        ServiceStartException failure = assertThrows(
                ServiceStartException.class, () -> ServiceLauncher.start(shop).close());

        assertEquals(Optional.of(1), failure.exit().map(ServiceExit::exitCode));
        assertTrue(failure.getMessage().contains("it printed \"APPLICATION FAILED TO START\""), failure.getMessage());
        assertTrue(
                failure.getMessage().contains("Failed to bind properties under 'server.port'"), failure.getMessage());
    }
}
