package io.github.managedservice.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.ServicePort;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@GreetingService
class GreetingServerIT {

    @Test
    void greets(@ServicePort int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(response.body()).isEqualTo("Hello");
    }
}
