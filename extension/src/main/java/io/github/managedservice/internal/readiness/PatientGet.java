package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.time.Later;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A GET that waits as long as it may for its answer, and asks again beside it when that is not there soon.
 *
 * <p>A service may make its page on demand, and begin anew for each who asks, so the first connection stays open. But that may
 * hang where later ones are answered, hence the others, one after another. They need a thread, which a service that is quick
 * to answer never has.
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

    private volatile int tries = 1;

    /** The last answer beside the first connection. */
    private volatile Optional<HttpAnswer> answer = Optional.empty();

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
    }

    HttpAnswer ask() throws IOException {
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

    /** What was answered last, if it was not "ready". */
    Optional<HttpAnswer> lastAnswer() {
        return answer;
    }

    /** How long the first connection has been waited for. */
    Duration waited() {
        return deadline.passed();
    }

    /** Begins to ask beside the first connection. */
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
            if (target.secure() && !first.isSecured()) {
                // A server without TLS may wait for the end of a line that it takes our first message for.
                other.look();
            }
            GrowingLimit limit = new GrowingLimit(soon);
            while (other.found().isEmpty() && !isReady(limit)) {
                TimeUnit.NANOSECONDS.sleep(soon.toNanos());
            }
            first.abort();
        } catch (InterruptedException e) {
            // The first connection was answered, or nobody waits any more.
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written by this thread alone
    private boolean isReady(GrowingLimit limit) throws InterruptedException {
        tries++;
        Deadline trying = limit.deadline();
        try (HttpConnection connection = HttpConnection.open(target, trying)) {
            answer = Optional.of(connection.get(trying));
        } catch (SocketTimeoutException e) {
            limit.grow();
        } catch (IOException e) {
            Connection.throwIfInterrupted();
        }
        return answer.filter(this::isReady).isPresent();
    }

    private boolean isReady(HttpAnswer answered) {
        return ready.includes(answered.status());
    }
}
