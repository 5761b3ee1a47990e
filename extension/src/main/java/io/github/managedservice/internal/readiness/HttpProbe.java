package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.declaration.HttpTarget;
import io.github.managedservice.internal.declaration.ReadyStatus;
import io.github.managedservice.internal.readiness.HttpExchange.Answer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks whether a URL answers a GET with a status that means ready; a redirect is an answer and is not followed.
 *
 * <p>It uses a socket of its own: {@code HttpURLConnection} asks the JVM-wide proxy selector, cookie handler,
 * authenticator and cache, which belong to the tests, and cannot be stopped while it connects; {@code java.net.http}
 * costs a module, a selector thread and time to load.
 */
public final class HttpProbe implements Probe {

    private final HttpTarget target;
    private final ReadyStatus ready;
    private final Deadline start;
    private final Unanswered unanswered;
    private final OtherProtocol other;
    private final Duration soon;
    private Duration connecting = Deadline.FIRST_TRY;
    private volatile Optional<PatientGet> asking = Optional.empty();

    /**
     * Sends the credentials of the URL. The limit is that of the whole start, and so of an answer. {@code
     * inOtherProtocol} is the address to write if the port speaks TLS and the URL does not, or the other way round.
     */
    public HttpProbe(URI url, ReadyStatus ready, Duration limit, String inOtherProtocol) {
        this(url, ready, limit, inOtherProtocol, Deadline.FIRST_TRY);
    }

    HttpProbe(URI url, ReadyStatus ready, Duration limit, String inOtherProtocol, Duration soon) {
        this.target = new HttpTarget(url);
        this.soon = soon;
        this.ready = ready;
        this.start = Deadline.in(limit);
        this.unanswered = new Unanswered(target.host());
        this.other = new OtherProtocol(target, inOtherProtocol);
    }

    @Override
    public ProbeResult attempt() throws InterruptedException {
        Deadline deadline = Deadline.in(connecting);
        try (HttpConnection first = HttpConnection.open(target, deadline)) {
            return ask(new PatientGet(target, ready, other, first, Deadline.in(patience()), soon));
        } catch (IOException e) {
            if (e instanceof SocketTimeoutException) {
                connecting = connecting.multipliedBy(2);
            }
            return unanswered.because(e, deadline.passed());
        }
    }

    private ProbeResult ask(PatientGet get) throws InterruptedException {
        try {
            Answer answer = answer(get);
            return ready.includes(answer.status()) ? new ProbeResult.Ready() : notYet(answer);
        } catch (SocketTimeoutException e) {
            return unanswered.because(e, get.waited());
        } catch (IOException e) {
            Connection.throwIfInterrupted();
            return new ProbeResult.NotYet("failed", advice(e).orElseGet(() -> TlsFailure.reason(e)));
        }
    }

    private Answer answer(PatientGet get) throws IOException {
        asking = Optional.of(get);
        try {
            return get.ask();
        } finally {
            asking = Optional.empty();
        }
    }

    private Optional<String> advice(IOException failure) throws InterruptedException {
        Optional<String> known = other.found();
        return known.isPresent() || TlsFailure.isAlert(failure) ? known : other.afterFailure();
    }

    /** Most of the time left: a service that accepts one connection at a time, and lost this one, takes the next. */
    private Duration patience() {
        Duration left = start.remaining();
        if (left.isZero()) {
            return soon;
        }
        return left.compareTo(soon.multipliedBy(4)) > 0 ? left.dividedBy(4).multipliedBy(3) : left;
    }

    @Override
    public Optional<Pending> pending() {
        return asking.filter(get -> get.waited().compareTo(soon) >= 0)
                .map(get -> new Pending(
                        get.tries(),
                        get.lastAnswer().map(this::notYet).orElseGet(() -> unanswered.soFar(get.waited()))));
    }

    @Override
    public String description() {
        return "GET " + target.shown();
    }

    private ProbeResult.NotYet notYet(Answer answer) {
        String body = answer.body();
        return new ProbeResult.NotYet(
                "answered " + answer.status() + ready.insteadOf(),
                body.isEmpty() ? "no body" : "last body \"" + body + '"');
    }
}
