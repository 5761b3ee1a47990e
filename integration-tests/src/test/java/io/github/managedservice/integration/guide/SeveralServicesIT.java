package io.github.managedservice.integration.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.InjectService;
import io.github.managedservice.ManagedService;
import io.github.managedservice.ServicePort;
import io.github.managedservice.ServiceValue;
import io.github.managedservice.service.RunningService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** Runs what several-services.md shows. */
class SeveralServicesIT {

    @Nested
    @ManagedService(
            name = "redis",
            command = "redis-server --port ${port} --dir ${tempDir}",
            readyPattern = "Ready to accept connections")
    @ManagedService(
            name = "shop",
            command = {
                "${java}",
                "-cp",
                "${classpath}",
                "io.github.managedservice.integration.guide.ShopServer",
                "${port}",
                "${redis.port}"
            },
            readyUrl = "/health")
    class ShopTest {

        @Test
        void sells_what_is_in_redis(
                @ServicePort("redis") int redisPort, @ServiceValue("http://${host}:${shop.port}/item") URI item)
                throws Exception {
            try (RedisClient redis = RedisClient.create("127.0.0.1", redisPort)) {
                redis.set("item", "teapot");
            }

            assertEquals("teapot", get(item));
        }

        private static String get(URI uri) throws Exception {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    @Redis
    abstract static class RedisTestBase {}

    @Nested
    class Subclass extends RedisTestBase {

        @Test
        void inherits_the_services_of_its_superclass(@InjectService("redis") RunningService redis) {
            assertThat(redis.isRunning()).isTrue();
        }
    }

    @Nested
    @Redis
    @ManagedService(name = "cache", command = "redis-server --port ${port} --dir ${tempDir}")
    class Outer {

        @Nested
        @ManagedService(
                name = "log",
                command = {"sh", "-c", "echo ${redis.port}; exec sleep 60"},
                readyPattern = "(?<seen>\\d+)")
        class Inner {

            @Test
            void sees_the_services_around_it(
                    @ServicePort("redis") int redis,
                    @ServicePort("cache") int cache,
                    @ServiceValue("${log.seen}") int seen) {
                assertThat(seen).isEqualTo(redis).isNotEqualTo(cache);
            }
        }
    }

    /** Each knows the port of the other, and only one mentions the other. */
    @Nested
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo I call ${port.admin}; exec sleep 60"},
            readyPattern = "I call (?<called>\\d+)")
    @ManagedService(
            name = "admin",
            command = "redis-server --port ${shop.port.admin} --dir ${tempDir}",
            readyUrl = "tcp://${host}:${shop.port.admin}")
    class BothWays {

        @Test
        void know_each_other(
                @ServiceValue("${shop.called}") int called, @ServicePort(value = "shop", name = "admin") int admin) {
            assertThat(called).isEqualTo(admin);
        }
    }
}
