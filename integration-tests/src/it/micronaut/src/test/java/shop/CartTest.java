package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ServicePort;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@ManagedService(
        name = "redis",
        command = {"redis-server", "--port", "${port}", "--dir", "${tempDir}"},
        readyPattern = "Ready to accept connections",
        systemProperties = "redis.port=${port}")
@MicronautTest
class CartTest {

    @Inject
    Cart cart;

    @Test
    void uses_the_redis_of_this_class(@ServicePort int port) {
        assertEquals(port, cart.port());
    }
}
