package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.ManagedService;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

/** The application runs in the JVM of the tests, its servers beside it. */
@Postgres
@ManagedService(
        name = "redis",
        command = {"redis-server", "--port", "${port}", "--dir", "${tempDir}"},
        readyPattern = "Ready to accept connections")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ShopTest {

    @LocalServerPort
    private int port;

    @Test
    void shows_an_item_and_counts_its_views() {
        RestClient shop = RestClient.create("http://127.0.0.1:" + port);

        assertEquals(new Item("teapot", 25, 1), shop.get().uri("/items/teapot").retrieve().body(Item.class));
        assertEquals(new Item("teapot", 25, 2), shop.get().uri("/items/teapot").retrieve().body(Item.class));
    }
}
