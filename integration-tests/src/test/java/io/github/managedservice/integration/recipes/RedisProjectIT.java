package io.github.managedservice.integration.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.ServicePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.RedisClient;

@ExtendWith(DockerEngine.class)
@RedisProject
class RedisProjectIT {

    @Test
    void is_talked_to_on_the_leased_port(@ServicePort int port) {
        try (RedisClient client = RedisClient.create("127.0.0.1", port)) {
            client.set("item", "teapot");

            assertThat(client.get("item")).isEqualTo("teapot");
        }
    }
}
