package io.github.managedservice.internal.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.managedservice.internal.declaration.HttpTarget;
import io.github.managedservice.internal.readiness.HttpExchange.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpExchangeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 503 Service Unavailable\r\n\r\n",
                "HTTP/1.0 503\r\n\r\n",
                "HTTP/1.1 503 \nServer: x\n\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 503 No\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 102 P\r\n\r\nHTTP/1.1 503 No\r\n\r\nbody",
            })
    void finds_the_final_status_in_whatever_pieces_it_comes(String answer) throws Exception {
        Answer got = get(answer);

        assertThat(got.status()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 503 No\r\n\r\n{\n  \"status\": \"down\"\n}\n', '{ \"status\": \"down\" }'",
        "'HTTP/1.1 503 No\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ndown\r\n0\r\n\r\n', down",
        "'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 503 No\n\ndown', down",
        "'HTTP/1.1 503 No\r\nServer: x\r\n\r\n', ''"
    })
    void keeps_the_beginning_of_the_body_in_one_line(String answer, String body) throws Exception {
        // In one piece: of a body that comes late only what has come is kept.
        Answer got = get(answer, answer.length());

        assertThat(got.status()).isEqualTo(503);
        assertThat(got.body()).isEqualTo(body);
    }

    @Test
    void says_what_was_answered_instead_of_http() {
        assertThatIOException()
                .isThrownBy(() -> get("SSH-2.0-OpenSSH_9.2\u0007\r\nmore"))
                .withMessage("the answer has no HTTP status, it begins with 'S'");
    }

    @Test
    void says_that_an_answer_ended_before_its_status() {
        assertThatIOException()
                .isThrownBy(() -> get("HTTP/1.1 20"))
                .withMessage("the answer has no HTTP status, it begins with 'HTTP/1.1 20'");
    }

    @Test
    void says_that_nothing_was_answered() {
        assertThatIOException().isThrownBy(() -> get("")).withMessage("the connection was closed without an answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\0\22\4\0\0\0\0\0\0\3\0\0\0\144\0\4\0\0\377\377", // SETTINGS, as Node and nghttp2 begin
                "\0\0\0\4\0\0\0\0\0", // empty SETTINGS, as gRPC may
                "\0\0\10\7\0\0\0\0\0\0\0\0\0\0\0\0\1", // GOAWAY
            })
    void recognises_http_2_in_whatever_pieces_it_comes(String frame) {
        assertThatIOException()
                .isThrownBy(() -> get(frame))
                .withMessage("the port speaks HTTP/2 alone, and readyUrl does not: use a readyCommand, such as"
                        + " 'curl --http2-prior-knowledge', or tcp://host:port");
    }

    @Test
    void does_not_read_a_head_without_end() {
        String endless = "HTTP/1.1 100 Continue\r\n" + "X: y\r\n".repeat(10_000);

        assertThatIOException()
                .isThrownBy(() -> get(endless, 1000))
                .withMessage("the answer has no HTTP status, it begins with 'HTTP/1.1 100 Continue'");
    }

    /** Small servers close without having read the whole request. */
    @Test
    void keeps_the_status_when_the_connection_is_reset_after_it() throws Exception {
        Answer got = get(new PiecewiseSocket("HTTP/1.1 200 OK\r\n\r\nup", 100, "Connection reset"));

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.body()).isEqualTo("up");
    }

    private static Answer get(String answer) throws IOException {
        return get(answer, 1);
    }

    private static Answer get(String answer, int pieceLength) throws IOException {
        return get(new PiecewiseSocket(answer, pieceLength, ""));
    }

    private static Answer get(Socket socket) throws IOException {
        HttpTarget target = new HttpTarget(URI.create("http://localhost/"));
        try (socket) {
            return new HttpExchange(socket, Deadline.in(Duration.ofSeconds(30))).get(target);
        }
    }

    /** Hands out a few bytes per read, as a network may do, and then ends or fails. */
    private static final class PiecewiseSocket extends Socket {

        private final InputStream answer;

        PiecewiseSocket(String answer, int pieceLength, String failure) {
            InputStream bytes = new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1));
            this.answer = new InputStream() {
                @Override
                public int read() throws IOException {
                    return bytes.read();
                }

                @Override
                public int read(byte[] block, int offset, int length) throws IOException {
                    int read = bytes.read(block, offset, Math.min(pieceLength, length));
                    if (read == -1 && !failure.isEmpty()) {
                        throw new IOException(failure);
                    }
                    return read;
                }
            };
        }

        @Override
        public InputStream getInputStream() {
            return answer;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }
    }
}
