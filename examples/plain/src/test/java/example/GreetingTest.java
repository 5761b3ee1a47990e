package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ServicePort;
import io.github.managedservice.service.RunningService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@ManagedService(
        name = "greetings",
        command = {"${java}", "-cp", "${classpath}", "example.GreetingServer", "${port}"},
        readyPattern = "^Listening on ",
        timeout = 20)
class GreetingTest {

    @Test
    void greets(@ServicePort int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/Ada")).build();

        String greeting = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();

        assertEquals("Hello, Ada!", greeting);
    }

    @Test
    void says_where_it_listens(RunningService greetings) {
        assertTrue(greetings.log().lines().stream().anyMatch(line -> line.text().endsWith(":" + greetings.port())));
    }
}
