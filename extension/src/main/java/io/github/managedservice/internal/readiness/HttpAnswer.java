package io.github.managedservice.internal.readiness;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was read of the answer to a GET.
 *
 * @param status its status code
 * @param received all that was read, from the status line of the final answer on, a character for each byte
 */
record HttpAnswer(int status, String received) {

    private static final Pattern END_OF_HEAD = Pattern.compile("\r?\n\r?\n");

    /** Of a body in chunks the first is enough (RFC 9112, section 7.1). */
    private static final Pattern CHUNK = Pattern.compile("^([0-9a-fA-F]{1,6})(?:;[^\r\n]*)?\r\n");

    /** The beginning of its body, in one line; empty where there is none. */
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
