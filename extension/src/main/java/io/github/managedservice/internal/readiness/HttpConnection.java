package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.declaration.HttpTarget;
import io.github.managedservice.internal.readiness.HttpExchange.Answer;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A connection for one GET, over TLS if the URL says so. */
final class HttpConnection implements AutoCloseable {

    private static final Duration LONGEST_FAREWELL = Duration.ofMillis(20);

    private final HttpTarget target;
    private final Socket socket;
    private @Nullable SSLSocket secured;
    private @Nullable HttpExchange exchange;
    /** Whether the other end speaks TLS too. */
    private volatile boolean isSecured;

    private HttpConnection(HttpTarget target, Socket socket) {
        this.target = target;
        this.socket = socket;
    }

    static HttpConnection open(HttpTarget target, Deadline deadline) throws IOException {
        return new HttpConnection(target, Connection.open(target.host(), target.port(), deadline));
    }

    Answer get(Deadline deadline) throws IOException {
        if (target.secure()) {
            socket.setSoTimeout(deadline.remainingMillis());
            secured = secure();
            isSecured = true;
        }
        exchange = new HttpExchange(secured == null ? socket : secured, deadline);
        return exchange.get(target);
    }

    private SSLSocket secure() throws IOException {
        SSLSocket over = AnyCertificate.wrap(socket, target);
        try {
            over.startHandshake();
            return over;
        } catch (SSLException e) {
            socket.setSoTimeout((int) LONGEST_FAREWELL.toMillis());
            throw TlsFailure.withAlert(e, socket);
        }
    }

    /** Whether the other end speaks TLS too. */
    boolean isSecured() {
        return isSecured;
    }

    /** Ends a {@link #get} of another thread. */
    void abort() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is not used any more.
        }
    }

    @Override
    public void close() {
        try {
            leaveSecured();
        } finally {
            leave();
        }
    }

    /** TLS ends within TLS first, and then in TCP: to close between the two would be to close first. */
    private void leaveSecured() {
        if (secured == null || exchange == null) {
            return;
        }
        try {
            socket.setSoTimeout((int) LONGEST_FAREWELL.toMillis());
            if (!exchange.hasEnded() || socket.getInputStream().read() != -1) {
                secured.close();
            }
        } catch (IOException e) {
            // The service is slow to end; its answer is known.
        }
    }

    private void leave() {
        try {
            Connection.leave(socket);
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
