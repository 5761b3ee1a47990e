package io.github.managedservice.internal.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.managedservice.Eventually;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A watch that begins on the thread that waits does all that one on a thread of its own does. */
class BorrowedThreadTests extends LineWatchTests {

    @Test
    void answers_on_the_thread_that_waits() throws Exception {
        LineWatch watch = prepare("Started");
        CompletableFuture<Thread> answering = watch.result().thenApply(match -> Thread.currentThread());
        print.out("Server - Started\n");

        watch.followHere(Eventually.LIMIT, () -> false);

        assertThat(answering).isCompletedWithValue(Thread.currentThread());
        requireNoThread();
    }

    @Test
    void gives_the_thread_back_at_the_end_of_the_time_and_goes_on() throws Exception {
        try (LineWatch watch = prepare("Started")) {
            print.out("Server - Starting\n");

            watch.followHere(Duration.ofMillis(1), () -> false);

            assertThat(watch.result()).isNotDone();
            print.out("Server - Started\n");
            assertThat(result(watch).line().text()).isEqualTo("Server - Started");
            assertThat(watch.linesSeen()).isEqualTo(2);
        }
    }

    @Test
    void gives_the_thread_back_when_it_is_woken_because_that_is_enough() throws Exception {
        CompletableFuture<Void> decided = new CompletableFuture<>();
        try (LineWatch watch = prepare("Started")) {
            FutureTask<?> waiting = following(watch, decided);
            onThread(waiting);

            decided.complete(null);
            log.wake();

            waiting.get();
            print.out("Server - Started\n");
            assertThat(result(watch).line().text()).isEqualTo("Server - Started");
        }
    }

    @Test
    void gives_the_thread_back_when_that_was_enough_before() throws Exception {
        try (LineWatch watch = prepare("Started")) {
            print.out("Server - Starting\n");

            watch.followHere(Eventually.LIMIT, () -> true);

            watch.awaitCaughtUp(Eventually.LIMIT);
            assertThat(watch.linesSeen()).isEqualTo(1);
        }
    }

    @Test
    void an_interrupt_gives_the_thread_back_and_the_watch_goes_on() throws Exception {
        try (LineWatch watch = prepare("Started")) {
            FutureTask<?> waiting = following(watch, new CompletableFuture<>());

            onThread(waiting).interrupt();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(waiting::get)
                    .withCauseInstanceOf(InterruptedException.class);
            print.out("Server - Started\n");
            assertThat(result(watch).line().text()).isEqualTo("Server - Started");
        }
    }

    @Test
    void a_line_that_takes_long_is_left_to_another_thread_with_all_that_follow() throws Exception {
        try (LineWatch watch = prepare("^(x|x|x)*\\1y")) {
            // More than four million steps, but not for ever.
            print.out("fine\n" + "x".repeat(13) + "\nxxy\nxxxy\n");

            watch.followHere(Eventually.LIMIT, () -> false);

            assertThat(result(watch).line().text()).isEqualTo("xxy");
            assertThat(watch.linesSeen()).isEqualTo(3);
        }
    }

    @Override
    LineWatch watch(long from, String pattern, int times) {
        LineWatch watch = closedAtTheEnd(LineWatch.prepare(threadName, log, from, Pattern.compile(pattern), times));
        onThread(following(watch, new CompletableFuture<>()));
        return watch;
    }

    private LineWatch prepare(String pattern) {
        return closedAtTheEnd(LineWatch.prepare(threadName, log, 0, Pattern.compile(pattern), 1));
    }

    private Thread onThread(FutureTask<?> waiting) {
        Thread thread = new Thread(waiting, threadName);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static FutureTask<?> following(LineWatch watch, CompletableFuture<Void> decided) {
        return new FutureTask<>(() -> {
            watch.followHere(Eventually.LIMIT, decided::isDone);
            return null;
        });
    }
}
