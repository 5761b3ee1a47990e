package io.github.managedservice.integration.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.github.managedservice.ManagedService;
import io.github.managedservice.ServicePort;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Whatever ends a container's tests, no container is left. */
@ExtendWith(DockerEngine.class)
class ContainerEndIT {

    /** More of them, spread over the same time, by {@code -Drecipes.kills=20}. */
    private static final int KILLS = Integer.getInteger("recipes.kills", 3);

    private static final long START_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    @AfterEach
    void nothing_is_left() throws Exception {
        assertThat(Docker.containers()).isEmpty();
    }

    @Test
    void the_tests_have_passed() {
        run(PassingTestCase.class).assertStatistics(tests -> tests.succeeded(1));
    }

    @RedisContainer
    static class PassingTestCase {
        @Test
        void passes() throws Exception {
            assertThat(Docker.containers()).hasSize(1);
        }
    }

    @Test
    void the_container_was_not_ready_in_time() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(NeverReadyTestCase.class))
                .execute()
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1, event(finishedWithFailure(message(text -> text.contains("within its timeout of 2 s")))));
    }

    @ManagedService(
            name = "redis",
            command = "docker run --rm --name redis-${port} --publish 127.0.0.1:${port}:6379 redis:7",
            readyPattern = "never",
            timeout = 2,
            stopCommand = "docker rm --force --volumes redis-${port}")
    static class NeverReadyTestCase {
        @Test
        void is_not_run() {}
    }

    @Test
    void the_container_has_ended_during_a_test_which_fails_with_its_exit_code() {
        run(CrashTestCase.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                message(text -> text.contains("Service 'redis'") && text.contains("137")))));
    }

    @RedisContainer
    static class CrashTestCase {
        @Test
        void waits(@ServicePort int port) throws Exception {
            Docker.run("kill", "redis-" + port);
            new CountDownLatch(1).await();
        }
    }

    @Test
    void the_jvm_was_killed_while_the_tests_ran() throws Exception {
        for (int round = 0; round < KILLS; round++) {
            try (ForkedTests tests = ForkedTests.start(WaitingTestCase.class)) {
                int port = tests.awaitPort();

                tests.kill();

                assertThat(Docker.containers()).as("round " + round).isEmpty();
                assertThat(FreePort.isFree(port)).isTrue();
            }
        }
    }

    @Test
    void the_jvm_was_killed_while_the_container_was_being_started() throws Exception {
        for (int round = 0; round < KILLS; round++) {
            try (ForkedTests tests = ForkedTests.start(WaitingTestCase.class)) {
                tests.awaitStart();
                // Not a wait for anything: another moment of the start in each round.
                LockSupport.parkNanos(START_NANOS * round / KILLS);

                tests.kill();

                assertThat(Docker.containers()).as("round " + round).isEmpty();
            }
        }
    }

    @Test
    void the_jvm_was_killed_before_the_client_had_asked_for_the_container() throws Exception {
        try (ForkedTests tests = ForkedTests.start(SlowClientTestCase.class)) {
            tests.awaitStart();

            tests.kill();
        }
    }

    @ManagedService(
            name = "redis",
            command = {"sh", "-c", "sleep 0.5; exec docker run --rm --name redis-${port} redis:7"},
            readyPattern = "Ready to accept connections",
            stopCommand = "docker rm --force --volumes redis-${port}")
    static class SlowClientTestCase {
        @Test
        void is_not_run() {}
    }

    @RedisContainer
    static class WaitingTestCase {
        @Test
        void waits(@ServicePort int port) throws Exception {
            System.out.println("port " + port);
            new CountDownLatch(1).await();
        }
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }
}
