package io.github.managedservice.internal.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// A text block would hide the carriage returns that HTTP wants.
@SuppressWarnings("StringConcatToTextBlock")
class HttpTargetTests {

    @Test
    void asks_for_path_and_query_and_not_for_the_fragment() {
        HttpTarget target = new HttpTarget(URI.create("http://localhost:4711/a%20b/health?full=1&x=%2F#top"));

        assertThat(target.request()).isEqualTo("""
                        GET /a%20b/health?full=1&x=%2F HTTP/1.1\r
                        Host: localhost:4711\r
                        User-Agent: managed-service\r
                        Accept: */*\r
                        Connection: close\r
                        \r
                        """);
    }

    @Test
    void asks_for_the_root_where_there_is_no_path() {
        HttpTarget target = new HttpTarget(URI.create("http://[::1]"));

        assertThat(target.request()).startsWith("GET / HTTP/1.1\r\nHost: [::1]\r\n");
    }

    @Test
    void knows_the_port_of_each_scheme() {
        assertThat(new HttpTarget(URI.create("http://a/")).port()).isEqualTo(80);
        assertThat(new HttpTarget(URI.create("HTTPS://a/")).port()).isEqualTo(443);
        assertThat(new HttpTarget(URI.create("https://a:8443/")).port()).isEqualTo(8443);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "ftp://localhost/", "http:/health", "mailto:a@b"})
    void refuses_what_is_no_web_address(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpTarget(URI.create(url)))
                .withMessage("An HTTP probe needs an absolute http: or https: URL, not '" + url + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536"})
    void refuses_what_is_no_port(String port) {
        String url = "http://localhost:" + port + "/";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpTarget(URI.create(url)))
                .withMessage("A TCP port is a number from 1 to 65535, not " + port + " as in '" + url + "'");
    }
}
