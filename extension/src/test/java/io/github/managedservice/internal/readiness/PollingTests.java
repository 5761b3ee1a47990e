package io.github.managedservice.internal.readiness;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class PollingTests {

    private final FakeTime time = new FakeTime();

    @Test
    void asks_until_the_service_is_ready() throws Exception {
        Probe probe =
                answering(new ProbeResult.NotYet("first"), new ProbeResult.NotYet("second"), new ProbeResult.Ready());

        Polling polling = start(probe);

        polling.result().get(10, SECONDS);
        assertThat(polling.attempts()).isEqualTo(3);
        assertThat(polling.lastAnswer()).contains(new ProbeResult.NotYet("second"));
        assertThat(time.pauses()).containsExactly(Duration.ofMillis(2), Duration.ofMillis(2));
    }

    @Test
    void makes_the_first_attempt_at_once() throws Exception {
        Polling polling = start(answering(new ProbeResult.Ready()));

        polling.result().get(10, SECONDS);
        assertThat(time.pauses()).isEmpty();
        assertThat(polling.attempts()).isEqualTo(1);
        assertThat(polling.lastAnswer()).isEmpty();
    }

    @Test
    void asks_in_real_time_as_well() throws Exception {
        Probe probe = answering(new ProbeResult.NotYet("first"), new ProbeResult.Ready());

        Polling polling = Polling.start("service-orders-tcp", probe);

        polling.result().get(10, SECONDS);
        assertThat(polling.attempts()).isEqualTo(2);
    }

    @Test
    void asks_on_a_named_daemon_thread() throws Exception {
        CompletableFuture<Thread> asking = new CompletableFuture<>();

        Polling polling = start(probe(() -> {
            asking.complete(Thread.currentThread());
            return new ProbeResult.Ready();
        }));

        polling.result().get(10, SECONDS);
        assertThat(asking.get(10, SECONDS).getName()).isEqualTo("service-orders-tcp");
        assertThat(asking.get(10, SECONDS).isDaemon()).isTrue();
    }

    @Test
    void cancelling_interrupts_an_attempt() throws Exception {
        CompletableFuture<Thread> asking = new CompletableFuture<>();
        Polling polling = start(probe(() -> {
            asking.complete(Thread.currentThread());
            return never();
        }));
        Thread thread = asking.get(10, SECONDS);

        polling.cancel();

        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(polling.result()).isCancelled();
        assertThat(polling.attempts()).isZero();
    }

    @Test
    void cancelling_interrupts_a_pause() throws Exception {
        CompletableFuture<Thread> pausing = new CompletableFuture<>();
        Polling polling = Polling.start(
                "service-orders-tcp", answering(new ProbeResult.NotYet("first")), time::nanoTime, duration -> {
                    pausing.complete(Thread.currentThread());
                    never();
                });
        Thread thread = pausing.get(10, SECONDS);

        polling.cancel();

        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(polling.result()).isCancelled();
    }

    @Test
    void cancelling_after_the_result_leaves_alone_who_was_told() throws Exception {
        CountDownLatch toldEveryone = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Polling polling = start(probe(() -> {
            toldEveryone.await();
            return new ProbeResult.Ready();
        }));
        CompletableFuture<Boolean> interrupted = polling.result().thenApply(ready -> {
            told.countDown();
            return isInterruptedBefore(mayGoOn);
        });
        toldEveryone.countDown();
        assertThat(told.await(10, SECONDS)).isTrue();

        polling.cancel();
        mayGoOn.countDown();

        assertThat(interrupted.get(10, SECONDS)).isFalse();
        assertThat(polling.result()).isCompleted().isNotCancelled();
    }

    @Test
    void a_broken_probe_ends_the_polling_with_its_error() {
        Polling polling = start(probe(() -> {
            throw new IllegalStateException("broken");
        }));

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> polling.result().get(10, SECONDS))
                .withCause(new IllegalStateException("broken"));
    }

    private Polling start(Probe probe) {
        return Polling.start("service-orders-tcp", probe, time::nanoTime, time::pause);
    }

    private static boolean isInterruptedBefore(CountDownLatch latch) {
        try {
            return !latch.await(10, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static ProbeResult never() throws InterruptedException {
        new CountDownLatch(1).await();
        throw new AssertionError("unreachable");
    }

    private static Probe answering(ProbeResult... attempts) {
        Queue<ProbeResult> answers = new ArrayDeque<>(List.of(attempts));
        return probe(answers::remove);
    }

    private static Probe probe(Question question) {
        return new Probe() {
            @Override
            public ProbeResult attempt() throws InterruptedException {
                return question.ask();
            }

            @Override
            public String description() {
                return "a question";
            }
        };
    }

    private interface Question {
        ProbeResult ask() throws InterruptedException;
    }
}
