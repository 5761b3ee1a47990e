package io.github.managedservice.internal.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "/prüfung, /pr%C3%BCfung",
        "/q?x=ü, /q?x=%C3%BC",
        "/a/日本?b=€#ß, /a/%E6%97%A5%E6%9C%AC?b=%E2%82%AC",
        "/pr%C3%BCfung, /pr%C3%BCfung",
    })
    void encodes_what_is_not_ascii_and_shows_what_it_sends(String path, String sent) {
        HttpTarget target = new HttpTarget(URI.create("http://a:1" + path));

        assertThat(target.request()).startsWith("GET " + sent + " HTTP/1.1\r\n");
        assertThat(target.shown()).isEqualTo("http://a:1" + sent);
    }

    @ParameterizedTest
    @CsvSource({
        "u:pw, u:pw",
        "u, u:",
        "u:, u:",
        "us%40er:p%77%3A%C3%BC, us@er:pw:ü",
        "u:a+b%2B, u:a+b+",
        "u:prüfung, u:prüfung",
    })
    void sends_credentials_as_they_are_meant(String userInfo, String meant) {
        String request = new HttpTarget(URI.create("http://" + userInfo + "@a/")).request();

        String encoded = Base64.getEncoder().encodeToString(meant.getBytes(StandardCharsets.UTF_8));
        assertThat(request).contains("\r\nHost: a\r\nAuthorization: Basic " + encoded + "\r\n");
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

    @Test
    void refuses_half_a_character() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpTarget(URI.create("http://a/\ud800")))
                .withMessage("Half of a surrogate pair cannot be sent, as in 'http://a/\ud800'");
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
