package io.github.managedservice.internal.readiness;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Finds out why a TLS connection failed. */
final class TlsFailure {

    private static final String ALERT = "Received fatal alert";

    /**
     * A record of type 21 with an alert of level 2 (RFC 8446, sections 5.1 and 6): type, version, length, level,
     * description.
     */
    private static final Pattern RECORD = Pattern.compile("(?s)\\x15\\x03.\\x00\\x02\\x02(.)");

    private static final int RECORD_LENGTH = 7;

    private static final Map<Integer, String> DESCRIPTIONS = Map.of(
            40, "handshake_failure",
            42, "bad_certificate",
            48, "unknown_ca",
            49, "access_denied",
            70, "protocol_version",
            71, "insufficient_security",
            112, "unrecognized_name",
            116, "certificate_required",
            120, "no_application_protocol");

    private TlsFailure() {}

    /** Adds an unread alert: the other end sent it and hung up while the JDK was writing. */
    static SSLException withAlert(SSLException failure, Socket socket) {
        if (isAlert(failure)) {
            return failure;
        }
        try {
            byte[] record = socket.getInputStream().readNBytes(RECORD_LENGTH);
            Matcher alert = RECORD.matcher(new String(record, StandardCharsets.ISO_8859_1));
            if (alert.matches()) {
                int description = alert.group(1).charAt(0);
                return new SSLException(
                        ALERT + ": " + DESCRIPTIONS.getOrDefault(description, Integer.toString(description)), failure);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /** Whether the other end speaks TLS, but refused this connection. */
    static boolean isAlert(Throwable failure) {
        return alert(failure).isPresent();
    }

    /**
     * Returns the alert of the other end, wherever the JDK has put it: one that came while it was writing is behind
     * another failure.
     */
    static String reason(Throwable failure) {
        return alert(failure).orElseGet(() -> String.valueOf(failure.getMessage()));
    }

    private static Optional<String> alert(Throwable failure) {
        Deque<Throwable> left = new ArrayDeque<>(List.of(failure));
        while (!left.isEmpty()) {
            Throwable next = left.remove();
            String message = String.valueOf(next.getMessage());
            int alert = message.indexOf(ALERT);
            if (alert >= 0) {
                // JDK 25 names the alert in brackets before that, too.
                return Optional.of(message.substring(alert));
            }
            Optional.ofNullable(next.getCause()).ifPresent(left::add);
            left.addAll(List.of(next.getSuppressed()));
        }
        return Optional.empty();
    }
}
