package io.github.managedservice.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FairLimitTests {

    private final StoppableTime time = new StoppableTime();
    private final FairLimit limit = new FairLimit(time, Duration.ofSeconds(4));
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    @Test
    void is_over_once_it_was_waited_for() throws Exception {
        assertThat(limit.await(ready, Duration.ofSeconds(3))).isFalse();
        assertThat(limit.isOver()).isFalse();
        assertThat(limit.await(ready, Duration.ofSeconds(3))).isFalse();

        assertThat(limit.isOver()).isTrue();
        assertThat(time.asked).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(1));
    }

    @Test
    void gives_back_the_time_in_which_the_jvm_was_stopped() throws Exception {
        time.stopped = Duration.ofSeconds(8);
        assertThat(limit.await(ready, Duration.ofSeconds(5))).isFalse();
        assertThat(limit.isOver()).isFalse();
        ready.complete(null);

        assertThat(limit.await(ready, Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void gives_back_what_was_lost_while_something_else_was_waited_for() throws Exception {
        limit.during(Duration.ofSeconds(4), longest -> {
            time.now += Duration.ofSeconds(9).toNanos();
            return false;
        });

        assertThat(limit.isOver()).isFalse();
    }

    @Test
    void takes_no_account_of_a_usual_delay() throws Exception {
        time.stopped = Duration.ofMillis(50);

        assertThat(limit.await(ready, Duration.ofSeconds(4))).isFalse();

        assertThat(limit.isOver()).isTrue();
    }

    @Test
    void ends_for_a_jvm_that_is_stopped_again_and_again() throws Exception {
        time.stopped = Duration.ofSeconds(10);

        assertThat(limit.await(ready, Duration.ofSeconds(4))).isFalse();
        assertThat(limit.await(ready, Duration.ofSeconds(4))).isFalse();

        assertThat(limit.isOver()).isTrue();
    }

    @Test
    void counts_only_what_was_used_of_a_wait_that_ends_early() throws Exception {
        limit.during(Duration.ofSeconds(4), longest -> {
            time.now += Duration.ofSeconds(1).toNanos();
            return false;
        });
        limit.await(ready, Duration.ofHours(1));

        assertThat(time.asked).containsExactly(Duration.ofSeconds(3));
    }

    /** Passes at once, and is later than asked for by as long as the JVM was stopped. */
    private static final class StoppableTime implements Time {

        private final List<Duration> asked = new ArrayList<>();
        private long now = Long.MAX_VALUE - 1_000_000;
        private Duration stopped = Duration.ZERO;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public boolean await(CompletableFuture<?> future, Duration limit) {
            if (!future.isDone()) {
                asked.add(limit);
                now += limit.plus(stopped).toNanos();
            }
            return future.isDone();
        }
    }
}
