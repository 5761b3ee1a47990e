package io.github.managedservice;

import static io.github.managedservice.CrashAssertions.CRASH;
import static io.github.managedservice.CrashAssertions.assertCrash;
import static io.github.managedservice.CrashAssertions.message;
import static io.github.managedservice.Fragile.Hand.crash;
import static io.github.managedservice.Fragile.Hand.crashAndSeeIt;
import static io.github.managedservice.Fragile.Hand.crashAndWait;
import static io.github.managedservice.Fragile.Hand.waitInVain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceCrashedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineTestKit;

class CrashDuringTestTests {

    @Test
    void the_second_of_ten_tests_has_the_whole_story_and_the_eight_after_it_refer_to_that() {
        Failures failures = Failures.of(TenTestCase.class);

        String log = "\n  log: "
                + Path.of("target/managed-services", TenTestCase.class.getName(), "fragile.log")
                        .toAbsolutePath();
        String second = "TenTestCase.test repetition 2 of 10";
        assertThat(failures.succeeded()).containsExactly("repetition 1 of 10");
        assertThat(failures.byName()).hasSize(9);
        assertThat(failures.byName().values())
                .extracting(CrashAssertions::message)
                .startsWith(CRASH.formatted("CrashDuringTestTests." + second) + "\n  last output:\n    TIME out | ready"
                        + log)
                .endsWith(CRASH.formatted("CrashDuringTestTests." + second)
                        + " Its last lines are shown in the failure of CrashDuringTestTests." + second + "." + log);
        assertThat(failures.byName().values().stream().skip(1)).allSatisfy(reference -> {
            assertThat(reference).hasNoCause().hasNoSuppressedExceptions();
            assertThat(reference.getMessage()).doesNotContain("last output");
            assertThat(reference.getStackTrace()).isEmpty();
        });
    }

    @Fragile
    static class TenTestCase {
        @RepeatedTest(10)
        void test(RepetitionInfo repetition, RunningService service) throws Exception {
            if (repetition.getCurrentRepetition() == 2) {
                crashAndWait(service);
            }
        }
    }

    @Test
    void what_the_test_itself_threw_is_suppressed() {
        Throwable failure = Failures.of(OwnFailureTestCase.class).only();

        assertCrash(failure, "CrashDuringTestTests.OwnFailureTestCase.wraps_its_interrupt");
        assertThat(failure.getSuppressed()[0]).hasMessage("my own").hasCauseInstanceOf(InterruptedException.class);
    }

    @Fragile
    static class OwnFailureTestCase {
        @Test
        void wraps_its_interrupt(RunningService service) throws IOException {
            try {
                crashAndWait(service);
            } catch (InterruptedException e) {
                throw new IOException("my own", e);
            }
        }
    }

    @Test
    void a_failure_of_the_test_just_before_the_end_is_seen_is_suppressed_too() {
        Throwable failure = Failures.of(BrokenConnectionTestCase.class).only();

        assertCrash(failure, "CrashDuringTestTests.BrokenConnectionTestCase.fails_first");
        assertThat(failure.getSuppressed()[0]).hasMessage("Connection reset");
    }

    @Fragile
    static class BrokenConnectionTestCase {
        @Test
        void fails_first(RunningService service) throws IOException {
            crash(service);
            throw new IOException("Connection reset");
        }
    }

    @Test
    void a_test_that_never_waits_fails_at_its_end_before_what_cleans_up_after_it() {
        Throwable failure = Failures.of(NeverWaitingTestCase.class).only();

        assertCrash(failure, "CrashDuringTestTests.NeverWaitingTestCase.ends_well");
        assertThat(failure.getSuppressed()[0]).hasMessage("nothing to clean");
    }

    @Fragile
    static class NeverWaitingTestCase {
        @Test
        void ends_well(RunningService service) {
            crashAndSeeIt(service);
        }

        @AfterEach
        void clean() {
            throw new IllegalStateException("nothing to clean");
        }
    }

    @Test
    void no_interrupt_is_left_for_what_comes_after() {
        Failures failures = Failures.of(RestoringTestCase.class);

        assertCrash(failures.only(), "CrashDuringTestTests.RestoringTestCase.restores_its_interrupt");
        assertThat(RestoringTestCase.leftForAfterEach).isFalse();
    }

    @Fragile
    static class RestoringTestCase {

        private static boolean leftForAfterEach;

        @Test
        void restores_its_interrupt(RunningService service) {
            try {
                crashAndWait(service);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @AfterEach
        void look() {
            leftForAfterEach = Thread.currentThread().isInterrupted();
        }
    }

    @Test
    void a_test_that_time_out_runs_on_another_thread_is_interrupted_there() {
        Throwable failure = Failures.of(SeparateThreadTestCase.class).only();

        assertCrash(failure, "CrashDuringTestTests.SeparateThreadTestCase.waits");
        assertThat(failure.getSuppressed()[0]).isInstanceOf(InterruptedException.class);
    }

    @Fragile
    static class SeparateThreadTestCase {
        @Test
        @Timeout(value = 1, unit = TimeUnit.DAYS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void waits(RunningService service) throws Exception {
            crashAndWait(service);
        }
    }

    @Test
    void the_crash_comes_before_a_time_out_that_it_caused() {
        Throwable failure = Failures.of(DeafTestCase.class).only();

        assertCrash(failure, "CrashDuringTestTests.DeafTestCase.hears_no_interrupt");
        assertThat(failure.getSuppressed()[0]).isInstanceOf(TimeoutException.class);
    }

    @Fragile
    static class DeafTestCase {

        @Test
        @Timeout(value = 300, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void hears_no_interrupt(RunningService service) {
            crash(service);
            long began = System.nanoTime();
            int interrupts = 0;
            // The limit is for two that came as one.
            while (interrupts < 2 && System.nanoTime() - began < TimeUnit.SECONDS.toNanos(20)) {
                Thread.onSpinWait();
                interrupts += Thread.interrupted() ? 1 : 0;
            }
        }
    }

    @Test
    void every_test_that_runs_at_that_time_is_interrupted() {
        Failures failures = Failures.of(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(ParallelTestCase.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2"));

        assertThat(failures.byName()).hasSize(2);
        assertThat(failures.byName().values()).allSatisfy(failure -> {
            assertThat(failure).isInstanceOf(ServiceCrashedException.class);
            assertThat(failure.getSuppressed()[0]).isInstanceOf(InterruptedException.class);
        });
        assertThat(failures.byName().values())
                .filteredOn(failure -> message(failure).contains("last output"))
                .hasSize(1);
    }

    @Fragile
    @Execution(ExecutionMode.CONCURRENT)
    static class ParallelTestCase {

        private static final CyclicBarrier BOTH_RUN = new CyclicBarrier(2);

        @Test
        void first(RunningService service) throws Exception {
            waitWithTheOther(service);
        }

        @Test
        void second(RunningService service) throws Exception {
            waitWithTheOther(service);
        }

        private static void waitWithTheOther(RunningService service) throws Exception {
            if (BOTH_RUN.await(20, TimeUnit.SECONDS) == 0) {
                crash(service);
            }
            waitInVain();
        }
    }

    @Test
    void an_end_that_a_test_asked_for_fails_nothing() {
        Failures failures = Failures.of(OnPurposeTestCase.class);

        assertThat(failures.byName()).isEmpty();
        assertThat(failures.succeeded()).hasSize(5);
    }

    @Fragile
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class OnPurposeTestCase {
        @Test
        void a_kills(RunningService service) {
            service.kill();
        }

        @Test
        void b_sees_it_dead_and_restarts(RunningService service) {
            assertThat(service.isRunning()).isFalse();
            service.restart();
        }

        @Test
        void c_signals(RunningService service) {
            service.signal("KILL");
            service.onExit().join();
        }

        @Test
        void d_restarts_twice(RunningService service) {
            service.restart();
            service.restart();
        }

        @Test
        void e_stops(RunningService service) {
            service.stop();
        }
    }

    @Test
    void tests_after_a_restart_run_again() {
        Failures failures = Failures.of(RestartingTestCase.class);

        assertCrash(failures.only(), "CrashDuringTestTests.RestartingTestCase.a_crashes");
        assertThat(failures.succeeded()).containsExactly("b_runs");
    }

    @Fragile
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class RestartingTestCase {
        @Test
        void a_crashes(RunningService service) {
            crashAndSeeIt(service);
        }

        @Test
        void b_runs(RunningService service) {
            assertThat(service.isRunning()).isTrue();
        }

        @AfterEach
        void repair(RunningService service) {
            if (!service.isRunning()) {
                service.restart();
            }
        }
    }

    @Test
    void a_crash_that_the_test_itself_repaired_fails_it_all_the_same() {
        Throwable failure = Failures.of(RepairedTestCase.class).only();

        assertCrash(failure, "CrashDuringTestTests.RepairedTestCase.restarts");
    }

    @Fragile
    static class RepairedTestCase {
        @Test
        void restarts(RunningService service) {
            crashAndSeeIt(service);
            Thread.interrupted();
            service.restart();
        }
    }
}
