package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import io.github.managedservice.ServicePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Each test has a Redis of its own, which takes a few milliseconds, so none finds the data of another. */
@ManagedService(
        name = "redis",
        command = {"redis-server", "--port", "${port}", "--dir", "${tempDir}"},
        readyPattern = "Ready to accept connections",
        scope = Scope.METHOD)
class ViewsTest {

    private LettuceConnectionFactory redis;
    private Views views;

    @BeforeEach
    void connect(@ServicePort int port) {
        redis = new LettuceConnectionFactory("127.0.0.1", port);
        redis.afterPropertiesSet();
        redis.start();
        views = new Views(new StringRedisTemplate(redis));
    }

    @AfterEach
    void disconnect() {
        redis.destroy();
    }

    @Test
    void counts_up() {
        assertEquals(1, views.count("teapot"));
        assertEquals(2, views.count("teapot"));
    }

    @Test
    void counts_each_item_separately() {
        assertEquals(1, views.count("teapot"));
        assertEquals(1, views.count("cup"));
    }
}
