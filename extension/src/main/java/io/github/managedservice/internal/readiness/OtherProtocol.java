package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.declaration.HttpTarget;
import java.io.IOException;
import java.net.Socket;
import java.util.HexFormat;
import java.util.Optional;

/** Finds out whether a port that gives no answer to HTTP speaks TLS, or the other way round. */
final class OtherProtocol {

    private static final int HANDSHAKE = 0x16;
    private static final int ALERT = 0x15;
    private static final int MAJOR_VERSION = 3;

    /** Written by hand, because the JDK's TLS takes a second to load on a busy machine. */
    private static final String CLIENT_HELLO = "1603010037" // a record of a handshake, 55 bytes
            + "01000033" // a ClientHello, 51 bytes
            + "0303" // TLS 1.2
            + "6d616e616765642d73657276696365206d616e616765642d7365727669636520" // no random
            + "00" // no session
            + "000cc02fc02bc030c02c009c002f" // six cipher suites, one of which most servers have
            + "0100"; // no compression

    private final HttpTarget asked;
    private final String advice;
    private int failures;
    private volatile boolean found;

    /** Takes what gave no answer, and the address to write instead. */
    OtherProtocol(HttpTarget asked, String address) {
        this.asked = asked;
        this.advice = "the port speaks " + (asked.secure() ? "HTTP without TLS" : "TLS") + ": write " + address;
    }

    /** Looks after the 2nd, 4th, 8th failure and so on only: services log requests in the wrong protocol as errors. */
    Optional<String> afterFailure() throws InterruptedException {
        failures++;
        return failures > 1 ? before(failures) : found();
    }

    /** Looks before the 1st, 2nd, 4th try and so on: a busy server may not answer at once. */
    Optional<String> before(int tried) throws InterruptedException {
        boolean isPowerOfTwo = (tried & (tried - 1)) == 0;
        found = found || (isPowerOfTwo && isSpoken());
        return found();
    }

    /** The advice, if the other protocol was spoken. */
    Optional<String> found() {
        return found ? Optional.of(advice) : Optional.empty();
    }

    private boolean isSpoken() throws InterruptedException {
        try {
            return asked.secure() ? answersHttp() : answersTls();
        } catch (IOException e) {
            Connection.throwIfInterrupted();
            return false;
        }
    }

    private boolean answersHttp() throws IOException {
        Deadline deadline = Deadline.in(Deadline.FIRST_TRY);
        try (HttpConnection connection = HttpConnection.open(asked.withoutTls(), deadline)) {
            connection.get(deadline);
            return true;
        }
    }

    /** A server answers the first message with its own, or with an alert (RFC 5246, sections 6.2.1 and 7.4.1.2). */
    private boolean answersTls() throws IOException {
        Deadline deadline = Deadline.in(Deadline.FIRST_TRY);
        Socket socket = Connection.open(asked.host(), asked.port(), deadline);
        try {
            socket.getOutputStream().write(HexFormat.of().parseHex(CLIENT_HELLO));
            socket.setSoTimeout(deadline.remainingMillis());
            byte[] answer = socket.getInputStream().readNBytes(2);
            return answer.length == 2 && (answer[0] == HANDSHAKE || answer[0] == ALERT) && answer[1] == MAJOR_VERSION;
        } finally {
            Connection.leave(socket);
        }
    }
}
