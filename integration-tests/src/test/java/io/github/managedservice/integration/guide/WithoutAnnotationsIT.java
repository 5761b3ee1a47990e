package io.github.managedservice.integration.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.ManagedServiceExtension;
import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.ServiceSpec;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.RedisClient;

/** Runs what without-annotations.md shows. */
class WithoutAnnotationsIT {

    @Nested
    class CartTest {

        @RegisterExtension
        static final ManagedServiceExtension redis = ManagedServiceExtension.of(
                ServiceSpec.builder("redis-server", "--port", "${port}", "--dir", "${tempDir}")
                        .name("redis")
                        .readyWhen(Readiness.line("Ready to accept connections"))
                        .timeout(Duration.ofSeconds(10))
                        .build());

        @Test
        void stores_an_item() {
            try (RedisClient client = RedisClient.create(redis.service().uri("redis"))) {
                client.set("item", "teapot");

                assertEquals("teapot", client.get("item"));
            }
        }
    }

    @Nested
    class ShopTest {

        @RegisterExtension
        static final ManagedServiceExtension services = ManagedServiceExtension.of(
                ServiceSpec.builder("redis-server --port ${port} --dir ${tempDir}")
                        .name("redis")
                        .readyPattern("Ready to accept connections")
                        .build(),
                ServiceSpec.builder(
                                "${java}",
                                "-cp",
                                "${classpath}",
                                ShopServer.class.getName(),
                                "${port}",
                                "${redis.port}")
                        .name("shop")
                        .readyUrl("/health")
                        .build());

        @Test
        void is_open() {
            assertThat(services.service("shop").isRunning()).isTrue();
            assertThat(services.service("redis").isRunning()).isTrue();
        }
    }

    @Test
    void main_needs_no_test_framework() {
        RedisDemo.main();
    }
}
