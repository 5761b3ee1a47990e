package io.github.managedservice.integration.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ManagedServiceExtension;
import io.github.managedservice.ServicePort;
import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.RedisClient;

/** Runs what ready.md shows. */
class ReadyIT {

    @Nested
    @ManagedService(
            name = "shop",
            command = {
                "${java}",
                "-cp",
                "${classpath}",
                "io.github.managedservice.integration.guide.ShopServer",
                "${port}",
                "6379"
            },
            readyPattern = "The shop is open",
            readyUrl = "/health",
            failurePattern = "^Exception in thread",
            timeout = 15)
    class ShopTest {

        @Test
        void is_open(RunningService shop) {
            assertThat(shop.log().lines()).anyMatch(line -> line.text().equals("The shop is open"));
        }
    }

    @Nested
    @ManagedService(
            command = "redis-server --port 0 --unixsocket ${tempDir}/redis.sock --dir ${tempDir}",
            readyCommand = "test -S ${tempDir}/redis.sock")
    class SocketTest {

        @Test
        void listens_on_a_socket(RunningService redis) {
            assertThat(redis.value("${tempDir}/redis.sock")).endsWith("/redis.sock");
        }
    }

    @Nested
    @ManagedService(
            name = "wiremock",
            command = "${java} -jar target/services/wiremock.jar --port 0 --root-dir ${tempDir}",
            readyPattern = "^port: +(?<port>\\d+)",
            readyUrl = "/__admin/health")
    class CapturedPortTest {

        @Test
        void has_the_port_that_wiremock_chose(@ServicePort int port, RunningService wiremock) {
            assertThat(wiremock.uri("http")).isEqualTo(URI.create("http://127.0.0.1:" + port));
        }
    }

    @Nested
    class CartTest {

        @RegisterExtension
        static final ManagedServiceExtension redis = ManagedServiceExtension.of(
                ServiceSpec.builder("redis-server", "--port", "${port}", "--dir", "${tempDir}")
                        .readyWhen(Readiness.line("Ready to accept connections")
                                .then(Readiness.check("Redis answers PING", CartTest::answers)))
                        .timeout(Duration.ofSeconds(10))
                        .build());

        private static boolean answers(RunningService redis) {
            try (RedisClient client = RedisClient.create(redis.uri("redis"))) {
                return client.ping().equals("PONG");
            }
        }

        @Test
        void answers() {
            assertTrue(answers(redis.service()));
        }
    }
}
