package io.github.managedservice.internal.readiness;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.declaration.ReadyStatus;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProbeTests {

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 301, 399})
    void is_ready_on_success_and_on_a_redirect_that_is_not_followed(int status) throws Exception {
        try (CannedServer server = CannedServer.answering(answer(status, "Location: /elsewhere\r\n", ""))) {

            ProbeResult attempt = HttpProbes.of(server.url("http", "/health")).attempt();

            assertThat(attempt).isEqualTo(new ProbeResult.Ready());
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.request().get(10, SECONDS)).startsWith("GET /health HTTP/1.1\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 503})
    void says_which_status_was_answered(int status) throws Exception {
        try (CannedServer server = CannedServer.answering(answer(status, "", "down"))) {
            URI url = server.url("http", "/health");

            ProbeResult attempt = HttpProbes.of(url).attempt();

            assertThat(attempt).isEqualTo(new ProbeResult.NotYet("answered " + status, "last body \"down\""));
        }
    }

    @Test
    void takes_a_good_leave_of_a_service_that_answers_at_length() throws Exception {
        try (CannedServer server = CannedServer.answeringAndKeepingOpen(answer(200, "", "x".repeat(20_000)))) {

            HttpProbes.of(server.url("http", "/health")).attempt();

            assertThat(server.farewell().get(10, SECONDS)).isEqualTo("end");
        }
    }

    @Test
    void sends_the_credentials_of_the_url_and_does_not_show_them() throws Exception {
        try (CannedServer server = CannedServer.answering(answer(200, "", ""))) {
            HttpProbe probe = HttpProbes.of(URI.create("http://u:p%77@127.0.0.1:" + server.port() + "/"));

            probe.attempt();

            assertThat(server.request().get(10, SECONDS)).contains("\nAuthorization: Basic dTpwdw==\n");
            assertThat(probe.description()).isEqualTo("GET http://***@127.0.0.1:" + server.port() + "/");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 503})
    void is_ready_on_the_statuses_that_were_chosen_and_no_others(int status) throws Exception {
        ReadyStatus chosen = new ReadyStatus(List.of(401, 403));
        try (CannedServer server = CannedServer.answering(answer(status, "", ""))) {
            HttpProbe probe = new HttpProbe(server.url("http", "/"), chosen, Duration.ofHours(1), "");

            ProbeResult attempt = probe.attempt();

            assertThat(attempt)
                    .isEqualTo(
                            status == 503
                                    ? new ProbeResult.NotYet("answered 503 instead of 401 or 403", "no body")
                                    : new ProbeResult.Ready());
        }
    }

    @Test
    void says_that_the_connection_was_refused() throws Exception {
        try (RefusingPort port = new RefusingPort()) {
            String url = "http://127.0.0.1:" + port.number() + "/health";

            ProbeResult attempt = HttpProbes.of(URI.create(url)).attempt();

            assertThat(attempt).isEqualTo(new ProbeResult.NotYet("was not answered: connection refused"));
        }
    }

    @Test
    void says_which_host_is_unknown() throws Exception {
        // Longer than a name can be, so that nobody has to be asked for it.
        String host = "x".repeat(300);

        ProbeResult attempt =
                HttpProbes.of(URI.create("http://" + host + ":4711/")).attempt();

        assertThat(attempt).isEqualTo(new ProbeResult.NotYet("was not answered: unknown host '" + host + "'"));
    }

    @Test
    void says_that_nothing_was_answered_in_time() throws Exception {
        try (CannedServer server = CannedServer.silent()) {
            URI url = server.url("http", "/health");

            ProbeResult attempt = HttpProbes.of(url, Duration.ofMillis(50)).attempt();

            assertThat(attempt).asString().contains("reason=was not answered, detail=the longest try waited ");
        }
    }

    @Test
    void says_what_answered_instead_of_http() throws Exception {
        try (CannedServer server = CannedServer.answering("SSH-2.0-OpenSSH_9.2\r\n")) {
            URI url = server.url("http", "/health");

            ProbeResult attempt = HttpProbes.of(url).attempt();

            assertThat(attempt)
                    .isEqualTo(new ProbeResult.NotYet(
                            "failed", "the answer has no HTTP status, it begins with 'SSH-2.0-OpenSSH_9.2'"));
        }
    }

    @Test
    void cancelling_closes_the_connection_in_the_middle_of_an_attempt() throws Exception {
        try (CannedServer server = CannedServer.silent()) {
            HttpProbe probe = HttpProbes.of(server.url("http", "/health"), Duration.ofHours(1));
            Polling polling = Polling.start("service-orders-http", probe);
            server.request().get(10, SECONDS);

            polling.cancel();

            assertThat(server.farewell().get(10, SECONDS)).isEqualTo("end");
            assertThat(polling.result()).isCancelled();
        }
    }

    @Test
    void is_described_by_its_request() {
        HttpProbe probe = HttpProbes.of(URI.create("http://localhost:4711/health"));

        assertThat(probe.description()).isEqualTo("GET http://localhost:4711/health");
    }

    private static String answer(int status, String headers, String body) {
        return "HTTP/1.1 " + status + " Words\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
