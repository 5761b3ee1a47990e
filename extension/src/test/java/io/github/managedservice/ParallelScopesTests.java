package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Classes and tests that run at the same time, which the barriers make sure of. */
class ParallelScopesTests {

    private static void assertNothingLeft(Failures failures, int tests, Iterable<Long> pids) {
        assertThat(failures.byName()).isEmpty();
        assertThat(failures.succeeded()).hasSize(tests);
        assertThat(pids).allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
    }

    @Test
    void tests_at_the_same_time_have_their_own_services_and_log_files() {
        Failures failures = Failures.of(Requests.parallel(8, MethodTestCase.class));

        assertNothingLeft(failures, 3, MethodTestCase.PIDS);
        assertThat(Set.copyOf(MethodTestCase.PIDS)).hasSize(3);
        assertThat(Set.copyOf(MethodTestCase.LOGS)).hasSize(3);
    }

    @ManagedService(
            name = "fresh",
            command = {"sh", "-c", "echo at ${port}; exec sleep 1000"},
            readyPattern = "at (?<told>\\d+)",
            scope = Scope.METHOD)
    @Execution(ExecutionMode.CONCURRENT)
    static class MethodTestCase {

        static final Rendezvous ALL_RUN = new Rendezvous(3);
        static final Queue<Long> PIDS = new ConcurrentLinkedQueue<>();
        static final Queue<Object> LOGS = new ConcurrentLinkedQueue<>();

        @ServicePort
        private int field;

        @RepeatedTest(3)
        void has_its_own(RunningService fresh, @ServiceValue("${fresh.told}") int told) throws Exception {
            PIDS.add(fresh.pid());
            LOGS.add(fresh.log().file());
            ALL_RUN.await();

            assertThat(fresh.port()).isEqualTo(told).isEqualTo(field);
            assertThat(fresh.isRunning()).isTrue();
        }
    }

    @Test
    void tests_at_the_same_time_share_the_service_of_their_class() {
        Failures failures = Failures.of(Requests.parallel(8, FirstTestCase.class, SecondTestCase.class));

        assertNothingLeft(failures, 4, Base.PIDS.keySet());
        assertThat(Set.copyOf(Base.PIDS.values())).containsExactlyInAnyOrder(FirstTestCase.class, SecondTestCase.class);
        assertThat(Base.PIDS).hasSize(2);
    }

    @ManagedService(
            name = "shared",
            command = {"sh", "-c", "exec sleep 1000"})
    @Execution(ExecutionMode.CONCURRENT)
    abstract static class Base {

        static final Rendezvous ALL_RUN = new Rendezvous(4);
        static final Map<Long, Class<?>> PIDS = new ConcurrentHashMap<>();

        @RepeatedTest(2)
        void has_it(RunningService shared) throws Exception {
            PIDS.put(shared.pid(), getClass());
            ALL_RUN.await();

            assertThat(shared.isRunning()).isTrue();
        }
    }

    static class FirstTestCase extends Base {}

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SecondTestCase extends Base {}

    @Test
    void classes_at_the_same_time_start_a_service_of_the_session_once() {
        Trace starts = Trace.of("parallel-session");

        Failures failures =
                Failures.of(Requests.parallel(8, OneTestCase.class, TwoTestCase.class, ThreeTestCase.class));

        assertNothingLeft(failures, 3, SessionBase.PIDS);
        assertThat(starts.lines()).hasSize(1);
    }

    @ManagedService(
            name = "parallel-session",
            command = {"sh", "-c", "echo started >> target/traces/parallel-session; echo ready; exec sleep 1000"},
            readyPattern = "ready",
            scope = Scope.SESSION)
    @Execution(ExecutionMode.CONCURRENT)
    abstract static class SessionBase {

        static final Rendezvous ALL_RUN = new Rendezvous(3);
        static final Queue<Long> PIDS = new ConcurrentLinkedQueue<>();

        @Test
        void has_it(RunningService shared) throws Exception {
            PIDS.add(shared.pid());
            ALL_RUN.await();

            assertThat(shared.isRunning()).isTrue();
        }
    }

    static class OneTestCase extends SessionBase {}

    static class TwoTestCase extends SessionBase {}

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class ThreeTestCase extends SessionBase {}

    @Test
    void system_properties_of_tests_at_the_same_time_are_gone_afterwards() {
        Failures failures = Failures.of(Requests.parallel(8, PropertyTestCase.class));

        assertNothingLeft(failures, 3, List.of());
        assertThat(System.getProperty("parallel.scopes.tests")).isNull();
    }

    /** Of services in a field JUnit knows nothing when it asks for locks. */
    @Execution(ExecutionMode.CONCURRENT)
    static class PropertyTestCase {

        static final Rendezvous ALL_RUN = new Rendezvous(3);

        @RegisterExtension
        final ManagedServiceExtension fresh =
                ManagedServiceExtension.of(ServiceSpec.builder("sh", "-c", "echo $$; exec sleep 1000")
                        .readyPattern("(?<told>\\d+)")
                        .systemProperties("parallel.scopes.tests=${told}")
                        .build());

        @RepeatedTest(3)
        void sees_one() throws Exception {
            ALL_RUN.await();
            assertThat(System.getProperty("parallel.scopes.tests")).isNotNull();
            ALL_RUN.await();
        }
    }
}
