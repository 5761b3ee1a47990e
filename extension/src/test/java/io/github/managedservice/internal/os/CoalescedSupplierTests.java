package io.github.managedservice.internal.os;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.Eventually;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CoalescedSupplierTests {

    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch firstHasBegun = new CountDownLatch(1);
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final CoalescedSupplier<Integer> shared = new CoalescedSupplier<>(this::look);

    private int look() {
        int look = looks.incrementAndGet();
        firstHasBegun.countDown();
        await(firstMayEnd);
        return look;
    }

    @Test
    void who_asks_after_a_look_is_answered_by_another() {
        firstMayEnd.countDown();

        assertThat(List.of(shared.get(), shared.get())).containsExactly(1, 2);
    }

    @Test
    void all_who_ask_during_a_look_are_answered_by_the_next_one() {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        ask(first);
        await(firstHasBegun);
        List<CompletableFuture<Integer>> others =
                List.of(new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
        others.forEach(other -> awaitBlocked(ask(other)));

        firstMayEnd.countDown();

        assertThat(first.join()).isEqualTo(1);
        assertThat(others).allSatisfy(other -> assertThat(other.join()).isEqualTo(2));
    }

    private Thread ask(CompletableFuture<Integer> answer) {
        Thread thread = new Thread(() -> answer.complete(shared.get()));
        thread.start();
        return thread;
    }

    /** Then it has asked, and waits for the end of the look that is under way. */
    private static void awaitBlocked(Thread thread) {
        Eventually.holds(() -> thread.getState() == Thread.State.BLOCKED);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
