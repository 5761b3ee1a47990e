package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ServicePort;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Has the annotations in the other order, and nested classes. Its context is not the one of {@link CartTest}. */
@ManagedService(
        name = "redis",
        command = {"redis-server", "--port", "${port}", "--dir", "${tempDir}"},
        readyPattern = "run_id=(?<run>\\d+)")
@SpringBootTest
class CartsTest {

    @Autowired
    private ApplicationContext context;

    @Test
    void uses_the_redis_of_this_class(@Autowired Cart cart, @ServicePort int port) {
        assertEquals(port, cart.port());
    }

    @Test
    void has_what_redis_tells() {
        assertEquals(true, context.getEnvironment().containsProperty("redis.run"));
    }

    @Nested
    class WhenEmpty {

        @Test
        void shares_the_context(@Autowired ApplicationContext own) {
            assertEquals(context, own);
        }
    }

    @Nested
    @ManagedService(
            name = "redis-cache",
            command = {"redis-server", "--port", "${port}", "--dir", "${tempDir}"},
            readyPattern = "Ready to accept connections")
    class WithAnotherService {

        @Test
        void has_a_context_of_its_own(@Autowired ApplicationContext own, @ServicePort("redis-cache") int port) {
            assertEquals(port, own.getEnvironment().getProperty("redis-cache.port", int.class));
        }
    }
}
