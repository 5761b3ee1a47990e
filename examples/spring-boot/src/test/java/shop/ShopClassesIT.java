package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ServiceValue;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

/** The same application without its jar, configured by variables. An IDE can run this without packaging anything. */
@Postgres
@ManagedService(
        name = "redis",
        command = {"redis-server", "--port", "${port}", "--dir", "${tempDir}"},
        readyPattern = "Ready to accept connections")
@ManagedService(
        name = "shop",
        command = {"${java}", "-cp", "${classpath}", "shop.Shop"},
        env = {
            "SERVER_PORT=${port}",
            "SPRING_DATASOURCE_URL=jdbc:postgresql://${host}:${postgres.port}/postgres",
            "SPRING_DATASOURCE_USERNAME=postgres",
            "SPRING_DATA_REDIS_HOST=${host}",
            "SPRING_DATA_REDIS_PORT=${redis.port}"
        },
        readyPattern = "Started Shop",
        timeout = 60)
class ShopClassesIT {

    @Test
    void shows_an_item(@ServiceValue("http://${host}:${shop.port}/items/teapot") String url) {
        Item teapot = RestClient.create(url).get().retrieve().body(Item.class);

        assertEquals(new Item("teapot", 25, 1), teapot);
    }
}
