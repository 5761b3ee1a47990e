package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.declaration.HttpTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One GET over an open socket, read as far as its status, and a little further. */
final class HttpExchange {

    /** A status line (RFC 9112, section 4), after any interim answers (100 to 199) with their headers. */
    private static final Pattern STATUS =
            Pattern.compile("(?s)(?:HTTP/\\d\\.\\d 1\\d\\d.*?\r?\n\r?\n)*+HTTP/\\d\\.\\d ([2-9]\\d\\d)[ \r\n].*");

    /** The beginning of such an answer, or of a frame of HTTP/2. */
    private static final Pattern UNDECIDED = Pattern.compile("(?s)(?:|H|HT|HTT|HTTP|HTTP/.*|\\x00|\\x00{2}.{0,6})");

    /**
     * SETTINGS, with which a server begins, or GOAWAY: of the whole connection (RFC 9113, sections 4.1, 6.5 and 6.8).
     */
    private static final Pattern HTTP_2_FRAME = Pattern.compile("(?s)\\x00{2}.[\\x04\\x07].\\x00{4}.*");

    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int LONGEST_REST = 64 * 1024;
    private static final int LONGEST_KEPT = 4 * 1024;
    private static final Duration LONGEST_FAREWELL = Duration.ofMillis(20);

    private final Socket socket;
    private final Deadline deadline;
    private final byte[] block = new byte[8 * 1024];
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    private boolean ended;

    HttpExchange(Socket socket, Deadline deadline) {
        this.socket = socket;
        this.deadline = deadline;
    }

    Answer get(HttpTarget target) throws IOException {
        Status status = askForStatus(target);
        readRest();
        return new Answer(
                status.code(), received.toString(StandardCharsets.ISO_8859_1).substring(status.start()));
    }

    /** Whether the answer was read to its end. */
    boolean hasEnded() {
        return ended;
    }

    private Status askForStatus(HttpTarget target) throws IOException {
        try {
            socket.getOutputStream().write(target.request().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return statusOfOneThatHungUp(e);
        }
        return status();
    }

    /** A server that hung up may have sent something before: an answer, or in TLS an alert. */
    private Status statusOfOneThatHungUp(IOException sending) throws IOException {
        try {
            return status();
        } catch (IOException e) {
            sending.addSuppressed(e);
            throw sending;
        }
    }

    private Status status() throws IOException {
        InputStream answer = socket.getInputStream();
        while (received.size() < LONGEST_HEAD) {
            socket.setSoTimeout(deadline.remainingMillis());
            int length = answer.read(block);
            if (length == -1) {
                ended = true;
                break;
            }
            received.write(block, 0, length);
            String head = received.toString(StandardCharsets.ISO_8859_1);
            Matcher matcher = STATUS.matcher(head);
            if (matcher.matches()) {
                return new Status(Integer.parseInt(matcher.group(1)), head.lastIndexOf("HTTP/", matcher.start(1)));
            }
            if (!UNDECIDED.matcher(head).matches()) {
                break;
            }
        }
        throw new IOException(noStatus(received.toString(StandardCharsets.ISO_8859_1)));
    }

    /**
     * Reads the rest of a short answer, and keeps its beginning.
     *
     * <p>To close with bytes unread is to reset the connection (RFC 2525, section 2.17), which many servers log as an
     * error, in the very log a person would read next. The status is known, so a long or slow answer is not waited for.
     */
    private void readRest() {
        Deadline farewell = Deadline.in(LONGEST_FAREWELL);
        try {
            InputStream answer = socket.getInputStream();
            int length = 0;
            for (int total = 0; length != -1 && total < LONGEST_REST; total += length) {
                socket.setSoTimeout(farewell.remainingMillis());
                length = answer.read(block);
                received.write(block, 0, Math.max(0, Math.min(length, LONGEST_KEPT - received.size())));
                ended = length == -1;
            }
        } catch (IOException e) {
            return; // a server this slow gets a reset, and one that resets has sent its answer
        }
    }

    private static String noStatus(String received) {
        if (received.isEmpty()) {
            return "the connection was closed without an answer";
        }
        if (HTTP_2_FRAME.matcher(received).matches()) {
            return "the port speaks HTTP/2 alone, and readyUrl does not: use a readyCommand, such as"
                    + " 'curl --http2-prior-knowledge', or tcp://host:port";
        }
        String line = received.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        return "the answer has no HTTP status, it begins with '" + line.substring(0, Math.min(60, line.length())) + "'";
    }

    /** What was read from the status line of the final answer on, a character for each byte. */
    record Answer(int status, String received) {

        private static final Pattern END_OF_HEAD = Pattern.compile("\r?\n\r?\n");

        /** Of a body in chunks the first is enough (RFC 9112, section 7.1). */
        private static final Pattern CHUNK = Pattern.compile("^([0-9a-fA-F]{1,6})(?:;[^\r\n]*)?\r\n");

        /** The beginning of the body, in one line; empty where there is none. */
        String body() {
            Matcher head = END_OF_HEAD.matcher(received);
            if (!head.find()) {
                return "";
            }
            int start = head.end();
            int end = received.length();
            Matcher chunk = CHUNK.matcher(received).region(start, end);
            if (received.substring(0, start).toLowerCase(Locale.ROOT).contains("chunked") && chunk.find()) {
                start = chunk.end();
                end = Math.min(end, start + Integer.parseInt(chunk.group(1), 16));
            }
            byte[] bytes = received.substring(start, end).getBytes(StandardCharsets.ISO_8859_1);
            return new String(bytes, StandardCharsets.UTF_8)
                    .replaceAll("[\\p{Cntrl}\\s]+", " ")
                    .strip();
        }
    }

    private record Status(int code, int start) {}
}
