package io.github.managedservice.internal.readiness;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/** Finds out whether a port that gives no answer to HTTP speaks TLS, or the other way round. */
final class OtherProtocol {

    private final HttpTarget asked;
    private final String advice;
    private int failures;
    private volatile boolean found;

    /**
     * Asks nothing yet.
     *
     * @param asked what gave no answer
     * @param address what to write instead, if that is it
     */
    OtherProtocol(HttpTarget asked, String address) {
        this.asked = asked;
        this.advice = "the port speaks " + (asked.secure() ? "HTTP without TLS" : "TLS") + ": write " + address;
    }

    /** Takes note of a failure. Looks after a few of them only: services log requests in the wrong protocol as errors. */
    Optional<String> afterFailure() throws InterruptedException {
        failures++;
        boolean isPowerOfTwo = (failures & (failures - 1)) == 0;
        if (failures > 1 && isPowerOfTwo) {
            look();
        }
        return found();
    }

    /** Asks in the other protocol. */
    void look() throws InterruptedException {
        found = found || isSpoken();
    }

    /** What to write instead, if that is known by now. */
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
        Deadline deadline = Deadline.in(GrowingLimit.FIRST);
        try (HttpConnection connection = HttpConnection.open(asked.withoutTls(), deadline)) {
            connection.get(deadline);
            return true;
        }
    }

    private boolean answersTls() throws IOException {
        Deadline deadline = Deadline.in(GrowingLimit.FIRST);
        Socket socket = Connection.open(asked.host(), asked.port(), deadline);
        try {
            return ClientHello.isUnderstood(socket, deadline);
        } finally {
            Connection.leave(socket);
        }
    }
}
