package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.declaration.HttpTarget;
import io.github.managedservice.internal.declaration.ReadyStatus;
import io.github.managedservice.internal.readiness.HttpExchange.Answer;
import io.github.managedservice.internal.time.Later;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A GET that waits for its answer as long as it may, and asks again on other connections if that is not there soon.
 *
 * <p>A service may make its page on demand, and begin anew for each request, so the first connection stays open. But it
 * may hang where later ones are answered, hence the others, one after another. They need a thread, which a service that
 * is quick to answer never has.
 */
final class PatientGet implements Runnable {

    private final HttpTarget target;
    private final ReadyStatus ready;
    private final OtherProtocol other;
    private final HttpConnection first;
    private final Deadline deadline;
    private final Duration soon;
    private final String threadName = Thread.currentThread().getName() + "-beside";

    /** Guarded by this. */
    private Optional<Thread> beside = Optional.empty();

    /** Guarded by this. */
    private boolean over;

    /** For the next try on another connection. Used by the thread beside alone. */
    private Duration limit;

    private volatile int tries = 1;

    /** The last answer on one of the other connections. */
    private volatile Optional<Answer> answer = Optional.empty();

    PatientGet(
            HttpTarget target,
            ReadyStatus ready,
            OtherProtocol other,
            HttpConnection first,
            Deadline deadline,
            Duration soon) {
        this.target = target;
        this.ready = ready;
        this.other = other;
        this.first = first;
        this.deadline = deadline;
        this.soon = soon;
        this.limit = soon;
    }

    Answer ask() throws IOException {
        Later.run(soon.toNanos(), this);
        try {
            return first.get(deadline);
        } catch (IOException e) {
            return answer.filter(this::isReady).orElseThrow(() -> e);
        } finally {
            end();
        }
    }

    /** How many connections there were. */
    int tries() {
        return tries;
    }

    /** The last answer on one of the other connections, which was not "ready". */
    Optional<Answer> lastAnswer() {
        return answer;
    }

    /** How long the first connection has waited. */
    Duration waited() {
        return deadline.passed();
    }

    /** Begins to ask on other connections. */
    @Override
    public synchronized void run() {
        if (!over) {
            Thread thread = new Thread(this::askBeside, threadName);
            thread.setDaemon(true);
            thread.start();
            beside = Optional.of(thread);
        }
    }

    private synchronized void end() {
        over = true;
        beside.ifPresent(Thread::interrupt);
    }

    private void askBeside() {
        try {
            while (!speaksOtherProtocol() && !isReady()) {
                TimeUnit.NANOSECONDS.sleep(soon.toNanos());
            }
            first.abort();
        } catch (InterruptedException e) {
            // The first connection was answered, or the attempt was called off.
        }
    }

    /** A server without TLS may take the first message for a line, and wait for its end. */
    private boolean speaksOtherProtocol() throws InterruptedException {
        Optional<String> advice = target.secure() && !first.isSecured() ? other.before(tries) : other.found();
        return advice.isPresent();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written by this thread alone
    private boolean isReady() throws InterruptedException {
        tries++;
        Deadline trying = Deadline.in(limit);
        try (HttpConnection connection = HttpConnection.open(target, trying)) {
            answer = Optional.of(connection.get(trying));
        } catch (SocketTimeoutException e) {
            limit = limit.multipliedBy(2);
        } catch (IOException e) {
            Connection.throwIfInterrupted();
        }
        return answer.filter(this::isReady).isPresent();
    }

    private boolean isReady(Answer answered) {
        return ready.includes(answered.status());
    }
}
