package io.github.managedservice.integration.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.InjectService;
import io.github.managedservice.ManagedService;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceExit;
import io.github.managedservice.service.ServiceLog;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Runs what faults.md shows. */
class FaultsIT {

    @Nested
    @Redis
    class CartOutageTest {

        @Test
        void keeps_items_until_redis_is_back(@InjectService RunningService redis) {
            try (Cart cart = new Cart(redis.host(), redis.port())) {
                assertTrue(cart.add("teapot"));

                redis.kill();
                assertFalse(cart.add("cup"));

                redis.restart();
                assertTrue(cart.store());
            }
        }

        @Test
        void gives_up_on_a_redis_that_hangs(@InjectService RunningService redis) {
            try (Cart cart = new Cart(redis.host(), redis.port())) {
                redis.pause();
                assertFalse(cart.add("teapot"));

                redis.resume();
                assertTrue(cart.store());
            }
        }
    }

    @Nested
    @Redis
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
    class ShopOutageTest {

        @Test
        void goes_on_without_redis(
                @InjectService("redis") RunningService redis, @InjectService("shop") RunningService shop)
                throws Exception {
            ServiceLog.Mark outage = shop.log().mark();
            redis.kill();

            assertEquals(503, status(shop));
            shop.log().await(outage, "WARN Redis is away", Duration.ofSeconds(5));
            assertTrue(shop.isRunning());

            redis.restart();
            assertEquals(200, status(shop));
        }

        private static int status(RunningService shop) throws Exception {
            HttpRequest request =
                    HttpRequest.newBuilder(shop.uri("http").resolve("/item")).build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Nested
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "trap 'echo configuration read' HUP; echo open; while :; do sleep 0.1; done"},
            readyPattern = "open")
    class SignalTest {

        @Test
        void reads_its_configuration_again(@InjectService RunningService shop) {
            shop.signal("HUP");

            shop.log().await("configuration read", Duration.ofSeconds(5));
        }

        @Test
        void ends_when_it_is_asked_to(@InjectService RunningService shop) throws Exception {
            CompletableFuture<ServiceExit> exit = shop.onExit();

            shop.signal("TERM");

            assertThat(exit.get(5, TimeUnit.SECONDS).signal()).contains("TERM");
            shop.restart();
        }
    }
}
