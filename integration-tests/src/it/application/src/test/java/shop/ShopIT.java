package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ServiceValue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@Postgres
@ManagedService(
        name = "shop",
        command = {
            "${java}",
            "-jar",
            "${sys.shop.jar}",
            "--server.port=${port}",
            "--spring.datasource.url=jdbc:postgresql://${host}:${postgres.port}/postgres",
            "--spring.datasource.username=postgres"
        },
        readyUrl = "/actuator/health",
        timeout = 60)
class ShopIT {

    @Test
    void sells_what_is_in_the_database(
            @ServiceValue("jdbc:postgresql://${host}:${postgres.port}/postgres?user=postgres") String database,
            @ServiceValue("http://${host}:${shop.port}/item") URI item)
            throws Exception {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create table item (name text)");
            statement.execute("insert into item values ('teapot')");
        }

        assertEquals("teapot", get(item));
    }

    private static String get(URI uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
