package io.github.managedservice.integration.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.InjectService;
import io.github.managedservice.ServicePort;
import io.github.managedservice.service.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.RedisClient;

/** What a test can do with a container. */
@ExtendWith(DockerEngine.class)
@RedisContainer
class RedisContainerIT {

    private final int port;

    RedisContainerIT(@ServicePort int port) {
        this.port = port;
    }

    @Test
    void is_talked_to_on_the_leased_port() throws Exception {
        assertThat(store("item", "teapot")).isEqualTo("teapot");
        assertThat(Docker.containers()).containsExactly("redis-" + port + " running");
    }

    @Test
    void is_gone_after_a_kill_and_back_after_a_restart(@InjectService RunningService redis) throws Exception {
        redis.kill();

        assertThat(Docker.containers()).isEmpty();
        redis.restart();
        assertThat(store("item", "kettle")).isEqualTo("kettle");
    }

    @Test
    void is_a_new_one_after_a_restart(@InjectService RunningService redis) throws Exception {
        String before = id();

        redis.restart();

        assertThat(id()).isNotEqualTo(before);
    }

    @Test
    void goes_on_while_its_client_is_paused(@InjectService RunningService redis) {
        redis.pause();
        try {
            assertThat(store("item", "cup")).isEqualTo("cup");
        } finally {
            redis.resume();
        }
    }

    private String store(String key, String value) {
        try (RedisClient client = RedisClient.create("127.0.0.1", port)) {
            client.set(key, value);
            return client.get(key);
        }
    }

    private String id() throws Exception {
        return Docker.run("inspect", "--format", "{{.Id}}", "redis-" + port);
    }
}
