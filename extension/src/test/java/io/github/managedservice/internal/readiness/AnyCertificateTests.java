package io.github.managedservice.internal.readiness;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.Eventually;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnyCertificateTests {

    private static final byte HANDSHAKE = 0x16;

    /** A record of TLS: "handshake_failure", fatal. */
    private static final String ALERT = "\25\3\3\0\2\2\50";

    @Test
    void a_self_signed_certificate_for_another_name_will_do() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        try (CannedServer server = CannedServer.on(TestKeys.listener(), answer)) {
            // Generous, for here the limit is not the question: the first handshake in a JVM loads hundreds of classes.
            HttpProbe probe = HttpProbes.of(server.url("https", "/"), Duration.ofSeconds(30));

            ProbeResult attempt = probe.attempt();

            assertThat(attempt).isEqualTo(new ProbeResult.Ready());
        }
    }

    @Test
    void the_default_context_of_the_jvm_stays_as_it_is() throws Exception {
        SSLContext before = SSLContext.getDefault();
        try (CannedServer server = CannedServer.silent()) {
            URI url = server.url("https", "/");

            ProbeResult attempt = HttpProbes.of(url, Duration.ofMillis(50)).attempt();

            assertThat(attempt).asString().contains("reason=was not answered,");
            assertThat(SSLContext.getDefault()).isSameAs(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"localhost, localhost", "LocalHost, localhost", "127.0.0.1, ", "[::ffff:127.0.0.1], "})
    void a_host_is_named_that_is_no_address(String host, String named) throws Exception {
        CompletableFuture<List<SNIServerName>> names = new CompletableFuture<>();
        try (TalkingServer server = TalkingServer.on(TestKeys.listener(), (number, client) -> {
            SSLSocket secured = (SSLSocket) client;
            secured.startHandshake();
            names.complete(((ExtendedSSLSession) secured.getSession()).getRequestedServerNames());
            TalkingServer.answer(client, TalkingServer.OK);
        })) {
            ProbeResult attempt = HttpProbes.of(server.url("https", host)).attempt();

            assertThat(attempt).isEqualTo(new ProbeResult.Ready());
            assertThat(names.get(20, SECONDS)).isEqualTo(named == null ? List.of() : List.of(new SNIHostName(named)));
        }
    }

    @Test
    void a_handshake_may_take_long() throws Exception {
        HttpProbe[] probe = new HttpProbe[1];
        try (TalkingServer server = TalkingServer.on(TestKeys.listener(), (number, client) -> {
            Eventually.holds(() -> probe[0].pending().isPresent());
            TalkingServer.answer(client, TalkingServer.OK);
        })) {
            probe[0] = HttpProbes.ofImpatient(server.url("https"));

            assertThat(probe[0].attempt()).isEqualTo(new ProbeResult.Ready());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void says_that_a_port_speaks_tls_which_was_not_asked_in_that(String version) throws Exception {
        SSLServerSocket listener = TestKeys.listener();
        listener.setEnabledProtocols(new String[] {version});
        try (TalkingServer server = TalkingServer.on(listener, (number, client) -> greet(client))) {
            HttpProbe probe = HttpProbes.of(server.url("http"));
            probe.attempt();

            ProbeResult attempt = probe.attempt();

            assertThat(attempt)
                    .isEqualTo(new ProbeResult.NotYet("failed", "the port speaks TLS: write another address"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void says_it_of_one_that_hangs_up_without_a_word(boolean resets) throws Exception {
        try (TalkingServer server = TalkingServer.ofAll((number, client) -> {
            byte[] request = new byte[8192];
            client.getInputStream().read(request);
            if (request[0] == HANDSHAKE) {
                TalkingServer.answer(client, ALERT);
            } else {
                client.setSoLinger(resets, 0);
                client.close();
            }
        })) {
            HttpProbe probe = HttpProbes.of(server.url("http"));
            probe.attempt();

            ProbeResult attempt = probe.attempt();

            assertThat(attempt)
                    .isEqualTo(new ProbeResult.NotYet("failed", "the port speaks TLS: write another address"));
        }
    }

    @Test
    void says_that_a_port_speaks_no_tls_which_was_asked_in_that() throws Exception {
        try (TalkingServer server =
                TalkingServer.ofAll((number, client) -> TalkingServer.answer(client, TalkingServer.OK))) {
            HttpProbe probe = HttpProbes.of(server.url("https"));
            probe.attempt();

            ProbeResult attempt = probe.attempt();

            assertThat(attempt)
                    .isEqualTo(new ProbeResult.NotYet(
                            "failed", "the port speaks HTTP without TLS: write another address"));
        }
    }

    @Test
    void says_the_same_of_a_port_that_waits_for_the_end_of_the_line() throws Exception {
        try (TalkingServer server = TalkingServer.ofAll((number, client) -> {
            if (client.getInputStream().read() == 'G') {
                TalkingServer.answer(client, TalkingServer.OK);
            }
        })) {
            ProbeResult attempt = HttpProbes.ofImpatient(server.url("https")).attempt();

            assertThat(attempt)
                    .isEqualTo(new ProbeResult.NotYet("failed", "the port speaks HTTP without TLS: write https://svc"));
        }
    }

    @Test
    void says_nothing_of_protocols_where_neither_is_spoken() throws Exception {
        try (TalkingServer server =
                TalkingServer.ofAll((number, client) -> TalkingServer.answer(client, "SSH-2.0-OpenSSH_9.2\r\n"))) {
            HttpProbe probe = HttpProbes.of(server.url("http"));
            probe.attempt();

            ProbeResult attempt = probe.attempt();

            assertThat(attempt).asString().contains("it begins with 'SSH-2.0-OpenSSH_9.2'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void says_the_alert_of_a_server_that_wants_a_certificate_of_its_client(String version) throws Exception {
        SSLServerSocket listener = TestKeys.listener();
        listener.setNeedClientAuth(true);
        listener.setEnabledProtocols(new String[] {version});
        try (TalkingServer server = TalkingServer.on(listener, (number, client) -> greet(client))) {
            ProbeResult attempt = HttpProbes.of(server.url("https")).attempt();

            assertThat(attempt).asString().contains("detail=Received fatal alert: ");
        }
    }

    @ParameterizedTest
    @CsvSource({"70, protocol_version", "80, internal_error", "112, unrecognized_name", "116, certificate_required"})
    void says_the_alert_with_which_a_server_refuses_a_handshake(int alert, String name) throws Exception {
        String refusal = "\25\3\3\0\2\2" + (char) alert;
        try (TalkingServer server = TalkingServer.ofAll((number, client) -> {
            client.getInputStream().read(new byte[8192]);
            TalkingServer.answer(client, refusal);
        })) {
            ProbeResult attempt = HttpProbes.of(server.url("https")).attempt();

            assertThat(attempt).asString().contains("detail=Received fatal alert: " + name);
        }
    }

    private static void greet(Socket client) throws IOException {
        client.getInputStream().read();
        TalkingServer.answer(client, TalkingServer.OK);
    }
}
