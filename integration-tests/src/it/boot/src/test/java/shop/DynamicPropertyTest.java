package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ServicePort;
import io.github.managedservice.ServiceValue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
@ManagedService(
        name = "redis",
        command = {"redis-server", "--port", "${port}", "--dir", "${tempDir}"},
        readyPattern = "Ready to accept connections")
class DynamicPropertyTest {

    @ServiceValue("${host}:${port}")
    private static String address;

    @DynamicPropertySource
    static void replace_the_host(DynamicPropertyRegistry registry) {
        registry.add("spring.data.redis.host", () -> address);
    }

    @Test
    void has_the_property_that_it_made_of_values(@Autowired Cart cart, @ServicePort int port) {
        assertEquals("127.0.0.1:" + port, cart.host());
    }
}
