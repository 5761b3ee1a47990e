package io.github.managedservice.internal.readiness;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * Asks whether a URL answers a GET with a status from 200 to 399; a redirect is an answer and is not followed.
 *
 * <p>Spoken over a socket of our own: {@code HttpURLConnection} asks the JVM-wide proxy selector, cookie handler,
 * authenticator and cache, all of which belong to the tests, and cannot be stopped while it connects;
 * {@code java.net.http} costs a module, a selector thread and its loading time.
 */
public final class HttpProbe implements Probe {

    private final HttpTarget target;
    private final Duration limit;

    /**
     * Asks a URL.
     *
     * @param url absolute, {@code http:} or {@code https:}
     */
    public HttpProbe(URI url) {
        this(url, Duration.ofSeconds(1));
    }

    HttpProbe(URI url, Duration limit) {
        this.target = new HttpTarget(url);
        this.limit = limit;
    }

    /**
     * Tells the host that is asked.
     *
     * @return that of the URL, an IPv6 address in brackets
     */
    public String host() {
        return target.host();
    }

    /**
     * Tells the port that is asked.
     *
     * @return that of the URL, or else the scheme's own
     */
    public int port() {
        return target.port();
    }

    @Override
    public Attempt attempt() throws InterruptedException {
        Deadline deadline = Deadline.in(limit);
        try (Socket connected = Connection.open(target.host(), target.port(), deadline);
                Socket socket = target.secure() ? AnyCertificate.wrap(connected, target, deadline) : connected) {
            return judge(HttpExchange.get(socket, target, deadline));
        } catch (UnknownHostException e) {
            return new Attempt.NotYet("was not answered: unknown host '" + target.host() + "'");
        } catch (ConnectException e) {
            return new Attempt.NotYet("was not answered: connection refused");
        } catch (SocketTimeoutException e) {
            return new Attempt.NotYet("was not answered within " + deadline);
        } catch (IOException e) {
            Connection.throwIfInterrupted();
            return new Attempt.NotYet("failed", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String description() {
        return "GET " + target.url();
    }

    private static Attempt judge(HttpAnswer answer) {
        if (answer.status() >= 200 && answer.status() < 400) {
            return new Attempt.Ready();
        }
        String body = answer.body();
        return new Attempt.NotYet(
                "answered " + answer.status(), body.isEmpty() ? "no body" : "last body \"" + body + '"');
    }
}
