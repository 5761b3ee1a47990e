package io.github.managedservice.integration.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.managedservice.InjectService;
import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import io.github.managedservice.ServicePort;
import io.github.managedservice.service.RunningService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** Runs what scopes.md shows. */
class ScopesIT {

    private static final Set<Long> SHARED = ConcurrentHashMap.newKeySet();

    @AfterAll
    static void one_redis_was_shared() {
        assertThat(SHARED).hasSize(1);
    }

    @ManagedService(
            name = "redis",
            command = "redis-server --port ${port} --dir ${tempDir}",
            readyPattern = "Ready to accept connections",
            scope = Scope.SESSION)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface SharedRedis {}

    @Nested
    @SharedRedis
    class CartTest {

        @Test
        void stores_an_item(@ServicePort int port) {
            try (RedisClient redis = RedisClient.create("127.0.0.1", port)) {
                redis.set("CartTest:item", "teapot");

                assertEquals("teapot", redis.get("CartTest:item"));
            }
        }

        @Test
        void shares(@InjectService RunningService redis) {
            SHARED.add(redis.pid());
        }
    }

    @Nested
    @SharedRedis
    class OrderTest {

        @Test
        void shares(@InjectService RunningService redis) {
            SHARED.add(redis.pid());
        }
    }

    @Nested
    @ManagedService(
            command = "redis-server --port ${port} --dir ${tempDir}",
            readyPattern = "Ready to accept connections",
            scope = Scope.METHOD)
    class EmptyCartTest {

        @Test
        void starts_without_items(@ServicePort int port) {
            try (RedisClient redis = RedisClient.create("127.0.0.1", port)) {
                assertNull(redis.get("item"));
                redis.set("item", "teapot");
            }
        }

        @Test
        void starts_without_items_again(@ServicePort int port) {
            try (RedisClient redis = RedisClient.create("127.0.0.1", port)) {
                assertNull(redis.get("item"));
                redis.set("item", "teapot");
            }
        }
    }
}
