package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.managedservice.ManagedService;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** Why the order of the annotations matters. */
class OrderTest {

    @Test
    void a_context_that_starts_before_the_service_has_no_port() {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();

        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(MicronautFirst.class))
                                .build(),
                        summary);

        List<Failure> failures = summary.getSummary().getFailures();
        assertEquals(1, failures.size());
        String message = failures.get(0).getException().getMessage();
        assertTrue(message.contains("${redis.port}"), message);
    }

    @MicronautTest
    @ManagedService(
            name = "redis",
            command = {"redis-server", "--port", "${port}", "--dir", "${tempDir}"},
            readyPattern = "Ready to accept connections",
            systemProperties = "redis.port=${port}")
    static class MicronautFirst {

        @Inject
        Cart cart;

        @Test
        void never_gets_here() {}
    }
}
