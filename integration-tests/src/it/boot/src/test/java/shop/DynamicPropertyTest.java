package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ServicePort;
import io.github.managedservice.ServiceValue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
@ManagedService(
        name = "redis",
        command = {"redis-server", "--port", "${port}", "--dir", "${tempDir}"},
        readyPattern = "Ready to accept connections")
class DynamicPropertyTest {

    @ServiceValue("redis://${host}:${port}")
    private static String url;

    @DynamicPropertySource
    static void set_the_url(DynamicPropertyRegistry registry) {
        registry.add("spring.data.redis.url", () -> url);
    }

    @Test
    void has_the_property_that_it_made_of_values(
            @Value("${spring.data.redis.url}") String property, @ServicePort int port) {
        assertEquals("redis://127.0.0.1:" + port, property);
    }
}
