package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ServicePort;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest
@ManagedService(
        name = "redis",
        command = {"redis-server", "--port", "${port}", "--dir", "${tempDir}"},
        readyPattern = "Ready to accept connections")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CartsTest implements TestPropertyProvider {

    @ServicePort
    private int port;

    @Inject
    Cart cart;

    @Override
    public Map<String, String> getProperties() {
        return Map.of("redis.port", Integer.toString(port));
    }

    @Test
    void uses_the_redis_of_this_class() {
        assertEquals(port, cart.port());
    }
}
