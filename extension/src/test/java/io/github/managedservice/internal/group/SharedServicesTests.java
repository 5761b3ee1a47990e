package io.github.managedservice.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.managedservice.LoggedMessages;
import io.github.managedservice.internal.lifecycle.LiveService;
import io.github.managedservice.internal.lifecycle.Placeholders.Peers;
import io.github.managedservice.internal.lifecycle.ServiceStarter;
import io.github.managedservice.internal.lifecycle.ShellService;
import io.github.managedservice.internal.lifecycle.Switches;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStopException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What several who need one service at the same time have of each other. */
class SharedServicesTests {

    private final SharedServices services = new SharedServices();
    private final CountDownLatch begun = new CountDownLatch(1);

    @AfterEach
    void stop() {
        services.close();
    }

    private LiveService get(Supplier<LiveService> start) {
        return services.get("shared", Set.of(), start);
    }

    private static LiveService sleeping() {
        ServiceSpec spec = ShellService.of("shared", "exec sleep 1000").build();
        return ServiceStarter.start(
                spec.declaration(), "", Peers.none(), Switches.of(Set.of(), name -> Optional.empty()));
    }

    private static LiveService unexpected() {
        throw new IllegalStateException("It is started twice");
    }

    private void awaitQuietly(CountDownLatch latch) {
        begun.countDown();
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void an_error_of_the_first_is_that_of_all() throws Exception {
        AssertionError failure = new AssertionError("of a condition");
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<LiveService> first = CompletableFuture.supplyAsync(() -> get(() -> {
            awaitQuietly(end);
            throw failure;
        }));
        begun.await();
        CompletableFuture<Throwable> second =
                CompletableFuture.supplyAsync(() -> catchThrowable(() -> get(SharedServicesTests::unexpected)));

        end.countDown();

        assertThat(second.get()).isSameAs(failure);
        assertThat(catchThrowable(first::join)).hasCause(failure);
    }

    @Test
    void who_waits_for_a_start_that_is_interrupted_starts_it_again() throws Exception {
        CompletableFuture<Throwable> first = new CompletableFuture<>();
        Thread interrupted = new Thread(
                () -> first.complete(catchThrowable(() -> get(() -> {
                    awaitQuietly(new CountDownLatch(1));
                    return unexpected();
                }))),
                "interrupted");
        interrupted.start();
        begun.await();
        CompletableFuture<LiveService> second = CompletableFuture.supplyAsync(() -> get(SharedServicesTests::sleeping));

        interrupted.interrupt();

        assertThat(second.get().isRunning()).isTrue();
        assertThat(first.get()).hasMessage("interrupted");
    }

    @Test
    void one_that_was_stopped_for_good_is_started_again() {
        get(SharedServicesTests::sleeping).stop();

        assertThat(get(SharedServicesTests::sleeping).isRunning()).isTrue();
    }

    @Test
    void so_is_who_needs_it_and_knows_its_old_ports() {
        LiveService needed = get(SharedServicesTests::sleeping);
        LiveService client = services.get("client", Set.of("shared"), SharedServicesTests::sleeping);
        assertThat(services.get("client", Set.of("shared"), SharedServicesTests::unexpected))
                .isSameAs(client);

        needed.stop();
        get(SharedServicesTests::sleeping);
        LiveService again = services.get("client", Set.of("shared"), SharedServicesTests::sleeping);

        assertThat(client.isRunning()).isFalse();
        assertThat(again.isRunning()).isTrue();
    }

    /** After all tests there is none that could fail. */
    @Test
    void what_does_not_end_is_logged_and_thrown() {
        LiveService other = get(SharedServicesTests::sleeping);
        services.beforeStop(() -> {
            throw new ServiceStopException(
                    "undying",
                    Path.of("undying.log"),
                    "1 process survives SIGKILL.\n  still alive:\n    pid 17 (undying), 1 s old");
        });

        try (LoggedMessages messages = new LoggedMessages()) {
            assertThat(catchThrowable(services::close))
                    .isInstanceOf(ServiceStopException.class)
                    .hasMessageContaining("pid 17 (undying)");
            assertThat(messages.all()).anyMatch(message -> message.contains("still alive: pid 17 (undying)"));
        }
        assertThat(other.isRunning()).isFalse();
    }

    @Test
    void one_that_is_stopped_counts_as_replaced() {
        LiveService first = get(SharedServicesTests::sleeping);
        assertThat(services.replacements("shared")).isZero();

        first.stop();

        assertThat(services.replacements("shared")).isEqualTo(1);
        get(SharedServicesTests::sleeping);
        assertThat(services.replacements("shared")).isEqualTo(1);
    }
}
