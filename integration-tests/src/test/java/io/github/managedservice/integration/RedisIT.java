package io.github.managedservice.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.ServicePort;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

@RedisService
class RedisIT {

    @Test
    void stores_an_item(@ServicePort int port) {
        try (RedisClient redis = RedisClient.create("127.0.0.1", port)) {
            redis.set("item", "teapot");

            String item = redis.get("item");

            assertThat(item).isEqualTo("teapot");
        }
    }
}
