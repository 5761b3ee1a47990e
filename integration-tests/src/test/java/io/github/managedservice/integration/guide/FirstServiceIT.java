package io.github.managedservice.integration.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ServicePort;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** Runs what first-service.md shows. */
class FirstServiceIT {

    @Nested
    @ManagedService(
            command = "redis-server --port ${port} --dir ${tempDir}",
            readyPattern = "Ready to accept connections")
    class CartTest {

        @Test
        void stores_an_item(@ServicePort int port) {
            try (RedisClient redis = RedisClient.create("127.0.0.1", port)) {
                redis.set("item", "teapot");

                assertEquals("teapot", redis.get("item"));
            }
        }
    }
}
