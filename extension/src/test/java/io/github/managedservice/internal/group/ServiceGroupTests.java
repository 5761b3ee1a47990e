package io.github.managedservice.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.managedservice.internal.lifecycle.ShellService;
import io.github.managedservice.service.LogLine;
import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceGroupTests {

    private static final String OWNER = ServiceGroupTests.class.getName();

    @Test
    void starts_a_service_after_the_one_whose_port_it_mentions() {
        ServiceSpec client = shell("client", "echo client of $1; exec sleep 1000", "${store.port}")
                .readyPattern("client of")
                .build();
        ServiceSpec store = shell("store", "echo open; exec sleep 1000", "${port}")
                .readyPattern("open")
                .build();
        try (ServiceGroup group = group(client, store)) {

            group.start();

            assertThat(group.names()).containsExactly("store", "client");
            int port = group.find("store").orElseThrow().port();
            assertThat(group.value("${store.port}")).isEqualTo(Integer.toString(port));
            assertThat(group.find("client").orElseThrow().log().tail(1))
                    .extracting(LogLine::text)
                    .containsExactly("client of " + port);
        }
    }

    @Test
    void sees_the_services_of_the_enclosing_group() {
        ServiceSpec store = shell("store", "echo open on 4711; exec sleep 1000")
                .readyPattern("open on (?<port>\\d+)")
                .build();
        ServiceSpec client = shell("client", "echo client of $1; exec sleep 1000", "${store.port}")
                .readyPattern("client of 4711")
                .build();
        try (ServiceGroup outer = group(store);
                ServiceGroup inner = ServiceGroup.of(OWNER, List.of(client), Optional.of(outer))) {

            outer.start();
            inner.start();

            assertThat(inner.names()).containsExactly("store", "client");
            assertThat(inner.find("store")).isEqualTo(outer.find("store"));
        }
    }

    @Test
    void stops_the_first_and_leaves_out_the_third_when_the_second_fails() {
        ServiceSpec first = shell("first", "echo open; exec sleep 1000")
                .readyPattern("open")
                .build();
        ServiceSpec second = shell("second", "exit 5")
                .readyPattern("open")
                .dependsOn("first")
                .build();
        ServiceSpec third =
                shell("third", "exec sleep 1000").dependsOn("second").build();
        ServiceSpec fourth =
                shell("fourth", "exec sleep 1000").dependsOn("third").build();
        try (ServiceGroup group = group(first, second, fourth, third)) {

            ServiceStartException failure = catchThrowableOfType(ServiceStartException.class, group::start);

            assertThat(failure)
                    .hasMessageStartingWith("Service 'second' did not become ready: it exited with code 5")
                    .hasMessageContaining("\n  services not started because of this failure: third, fourth\n");
            assertThat(group.find("first").orElseThrow().isRunning()).isFalse();
            assertThat(group.find("third")).isEmpty();
            assertThatExceptionOfType(ServiceStartException.class)
                    .isThrownBy(group::start)
                    .isSameAs(failure);
        }
    }

    @Test
    void starts_and_stops_services_that_do_not_need_each_other_at_the_same_time(@TempDir Path meeting) {
        String script = "cd $1; trap 'touch $2-end; until [ -e $3-end ]; do sleep 0.01; done; exit' TERM; "
                + "touch $2; until [ -e $3 ]; do sleep 0.01; done; echo met; while :; do sleep 0.01; done";
        ServiceSpec romeo = shell("romeo", script, meeting.toString(), "romeo", "juliet")
                .readyPattern("met")
                .build();
        ServiceSpec juliet = shell("juliet", script, meeting.toString(), "juliet", "romeo")
                .readyPattern("met")
                .build();
        ServiceGroup group = group(romeo, juliet);

        group.start();
        group.close();

        assertThat(meeting).isDirectoryContaining("glob:**/romeo-end").isDirectoryContaining("glob:**/juliet-end");
        assertThat(group.find("romeo").orElseThrow().onExit().join().exitCode()).isZero();
        assertThat(group.find("juliet").orElseThrow().onExit().join().exitCode())
                .isZero();
    }

    @Test
    void stops_a_service_only_when_nobody_needs_it_any_more(@TempDir Path directory) throws Exception {
        String script = "trap 'echo $2 >>$1/ends; exit' TERM; echo ready; while :; do sleep 0.01; done";
        ServiceSpec store = shell("store", script, directory.toString(), "store")
                .readyPattern("ready")
                .build();
        ServiceSpec client = shell("client", script, directory.toString(), "client")
                .readyPattern("ready")
                .dependsOn("store")
                .build();
        ServiceGroup group = group(store, client);
        group.start();

        group.close();

        assertThat(Files.readAllLines(directory.resolve("ends"))).containsExactly("client", "store");
    }

    @Test
    void does_not_wait_for_a_slow_service_when_another_has_failed() {
        ServiceSpec slow = shell("slow", "exec sleep 1000")
                .readyPattern("never")
                .timeout(Duration.ofDays(1))
                .build();
        ServiceSpec broken = shell("broken", "exit 5").readyPattern("never").build();
        ServiceGroup group = group(slow, broken);

        ServiceStartException failure = catchThrowableOfType(ServiceStartException.class, group::start);

        assertThat(failure).hasMessageStartingWith("Service 'broken' did not become ready: it exited with code 5");
        assertThat(failure).hasNoSuppressedExceptions();
        assertThat(group.find("slow")).isEmpty();
    }

    @Test
    void an_interrupt_ends_every_start() throws Exception {
        CompletableFuture<Void> spawned = new CompletableFuture<>();
        ServiceSpec.Builder waiting = shell("waiting", "exec sleep 1000")
                .readyWhen(Readiness.check("never", service -> {
                    spawned.complete(null);
                    return false;
                }))
                .timeout(Duration.ofDays(1));
        ServiceGroup group = group(waiting.build(), waiting.name("another").build());
        Thread main = Thread.currentThread();
        CompletableFuture<Void> interrupted = spawned.thenRun(main::interrupt);

        ServiceStartException failure = catchThrowableOfType(ServiceStartException.class, group::start);

        assertThat(failure).hasMessageContaining("the thread that waited for it was interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted).isCompleted();
        assertThat(group.find("waiting")).isEmpty();
        assertThat(group.find("another")).isEmpty();
    }

    private static ServiceGroup group(ServiceSpec... specs) {
        return ServiceGroup.of(OWNER, List.of(specs), Optional.empty());
    }

    private static ServiceSpec.Builder shell(String name, String script, String... arguments) {
        return ShellService.of(name, script, arguments);
    }
}
