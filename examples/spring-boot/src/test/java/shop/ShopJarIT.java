package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ServicePort;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

/** The jar that goes to production, started as it is there. */
@Postgres
@ManagedService(
        name = "redis",
        command = {"redis-server", "--port", "${port}", "--dir", "${tempDir}"},
        readyPattern = "Ready to accept connections")
@ManagedService(
        name = "shop",
        command = {
            "${java}",
            "-jar",
            "${sys.shop.jar:-target/shop-1.jar}",
            "--server.port=${port}",
            "--spring.datasource.url=jdbc:postgresql://${host}:${postgres.port}/postgres",
            "--spring.datasource.username=postgres",
            "--spring.data.redis.port=${redis.port}"
        },
        readyUrl = "/actuator/health",
        timeout = 60)
class ShopJarIT {

    @Test
    void shows_an_item(@ServicePort("shop") int port) {
        RestClient shop = RestClient.create("http://127.0.0.1:" + port);

        assertEquals(new Item("cup", 5, 1), shop.get().uri("/items/cup").retrieve().body(Item.class));
    }
}
