package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One extension in a field, and tests that use it at the same time. */
class SharedExtensionTests {

    private static ManagedServiceExtension sleeping() {
        return ManagedServiceExtension.of(
                ServiceSpec.builder("sh", "-c", "exec sleep 1000").name("own").build());
    }

    private static void awaitTheOther(CyclicBarrier both) throws Exception {
        both.await(20, TimeUnit.SECONDS);
    }

    @Test
    void each_class_that_inherits_it_has_its_own_service() {
        Failures failures = Failures.of(Requests.parallel(2, FirstTestCase.class, SecondTestCase.class));

        failures.requireAllPassed();
        assertThat(failures.succeeded()).hasSize(2);
    }

    @Execution(ExecutionMode.CONCURRENT)
    abstract static class Base {

        static final CyclicBarrier BOTH_RUN = new CyclicBarrier(2);

        @RegisterExtension
        static final ManagedServiceExtension SHARED = sleeping();

        private final long pid = SHARED.service().pid();

        @Test
        void asks_it(RunningService own) throws Exception {
            awaitTheOther(BOTH_RUN);
            assertThat(SHARED.service().pid()).isEqualTo(own.pid()).isEqualTo(pid);
            awaitTheOther(BOTH_RUN);
        }
    }

    static class FirstTestCase extends Base {}

    static class SecondTestCase extends Base {}

    @Test
    void each_test_of_one_instance_has_its_own_service() {
        Failures failures = Failures.of(Requests.parallel(2, PerClassTestCase.class));

        failures.requireAllPassed();
        assertThat(failures.succeeded()).hasSize(2);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        private final CyclicBarrier bothRun = new CyclicBarrier(2);

        @RegisterExtension
        final ManagedServiceExtension fresh = sleeping();

        @RepeatedTest(2)
        void asks_it(RunningService own) throws Exception {
            awaitTheOther(bothRun);
            assertThat(fresh.service().pid()).isEqualTo(own.pid());
            assertThatThrownBy(CompletableFuture.supplyAsync(fresh::service)::join)
                    .hasRootCauseMessage("The services of this extension run 2 times, for tests that run at the same"
                            + " time, and this thread runs none of them: ask on the thread of the test, or take a"
                            + " parameter of type RunningService");
            awaitTheOther(bothRun);
        }
    }

    @Test
    void other_threads_may_ask_while_only_one_runs() {
        Failures.of(OtherThreadTestCase.class).requireAllPassed();
    }

    static class OtherThreadTestCase {

        @RegisterExtension
        static final ManagedServiceExtension SHARED = sleeping();

        private static long pid;

        @BeforeAll
        static void ask() {
            pid = SHARED.service().pid();
        }

        @Test
        void asks_it() {
            assertThat(CompletableFuture.supplyAsync(() -> SHARED.service().pid()))
                    .succeedsWithin(20, TimeUnit.SECONDS)
                    .isEqualTo(pid);
        }
    }
}
