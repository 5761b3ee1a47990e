package io.github.managedservice.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.ServiceValue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@WireMockService
class WireMockIT {

    private static final String STUB = """
            {
              "request": {"method": "GET", "url": "/item"},
              "response": {"status": 200, "body": "teapot"}
            }
            """;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void answers_as_it_was_told(@ServiceValue("http://${host}:${wiremock.port}/") URI server) throws Exception {
        send(HttpRequest.newBuilder(server.resolve("__admin/mappings")).POST(BodyPublishers.ofString(STUB)));

        HttpResponse<String> response = send(HttpRequest.newBuilder(server.resolve("item")));

        assertThat(response.body()).isEqualTo("teapot");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
