package io.github.managedservice;

import static io.github.managedservice.CrashAssertions.assertCrash;
import static io.github.managedservice.Fragile.Hand.crashAndWait;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.RunningService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Scopes, and what runs besides the methods of tests. */
class CrashElsewhereTests {

    @Test
    void in_scope_method_only_the_test_whose_service_crashed_fails() {
        Failures failures = Failures.of(MethodScopeTestCase.class);

        assertCrash(failures.only(), "CrashElsewhereTests.MethodScopeTestCase.a_crashes");
        assertThat(failures.succeeded()).containsExactly("b_has_a_service_of_its_own");
    }

    @ManagedService(
            name = "fragile",
            command = {"sh", "-c", "echo ready; exec sleep 1000"},
            readyPattern = "ready",
            scope = Scope.METHOD)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class MethodScopeTestCase {
        @Test
        void a_crashes(RunningService service) throws Exception {
            crashAndWait(service);
        }

        @Test
        void b_has_a_service_of_its_own(RunningService service) {
            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void nested_tests_and_those_of_one_instance_need_the_service_too() {
        Failures failures = Failures.of(OuterTestCase.class);

        assertCrash(failures.only(), "CrashElsewhereTests.OuterTestCase.Inner.waits");
    }

    @Fragile
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OuterTestCase {
        @Nested
        class Inner {
            @Test
            void waits(RunningService service) throws Exception {
                crashAndWait(service);
            }
        }
    }

    @Test
    void methods_before_all_tests_are_interrupted() {
        Throwable failure = Failures.of(BeforeAllTestCase.class).only();

        assertCrash(failure, "CrashElsewhereTests.BeforeAllTestCase");
        assertThat(failure.getSuppressed()[0]).isInstanceOf(InterruptedException.class);
    }

    @Fragile
    static class BeforeAllTestCase {
        @BeforeAll
        static void wait(RunningService service) throws Exception {
            crashAndWait(service);
        }

        @Test
        void does_not_run() {}
    }

    @Test
    void methods_before_and_after_each_test_are_interrupted() {
        Throwable failure = Failures.of(BeforeEachTestCase.class).only();

        assertCrash(failure, "CrashElsewhereTests.BeforeEachTestCase.does_not_run");
        assertThat(failure.getSuppressed())
                .hasExactlyElementsOfTypes(InterruptedException.class, IllegalStateException.class);
    }

    @Fragile
    static class BeforeEachTestCase {
        @BeforeEach
        void wait(RunningService service) throws Exception {
            crashAndWait(service);
        }

        @Test
        void does_not_run() {}

        @AfterEach
        void clean() {
            throw new IllegalStateException("nothing to clean");
        }
    }

    @Test
    void a_crash_after_all_tests_fails_the_class() {
        Failures failures = Failures.of(AfterAllTestCase.class);

        assertThat(failures.succeeded()).containsExactly("passes");
        assertCrash(failures.only(), "CrashElsewhereTests.AfterAllTestCase");
    }

    @Fragile
    static class AfterAllTestCase {
        @Test
        void passes() {}

        @AfterAll
        static void wait(RunningService service) throws Exception {
            crashAndWait(service);
        }
    }

    @Test
    void a_constructor_is_not_called_when_the_service_is_dead() {
        Failures failures = Failures.of(ConstructorTestCase.class);

        assertThat(failures.byName().values())
                .hasSize(2)
                .allSatisfy(failure ->
                        assertCrash(failure, "CrashElsewhereTests.ConstructorTestCase.test repetition 1 of 2"));
        assertThat(ConstructorTestCase.MADE).hasValue(1);
    }

    @Fragile
    static class ConstructorTestCase {

        private static final AtomicInteger MADE = new AtomicInteger();

        ConstructorTestCase() {
            MADE.incrementAndGet();
        }

        @RepeatedTest(2)
        void test(RunningService service) throws Exception {
            crashAndWait(service);
        }
    }

    @Test
    void each_dynamic_test_fails_for_itself() {
        Failures failures = Failures.of(DynamicTestCase.class);

        assertThat(failures.succeeded()).containsExactly("test 1");
        assertCrash(
                failures.byName().getOrDefault("test 2", new AssertionError()),
                "CrashElsewhereTests.DynamicTestCase.tests test 2");
        assertThat(failures.byName().getOrDefault("test 3", new AssertionError()))
                .hasMessageContaining(
                        "Its last lines are shown in the failure of CrashElsewhereTests.DynamicTestCase.tests test 2.");
    }

    @Fragile
    static class DynamicTestCase {
        @TestFactory
        Stream<DynamicTest> tests(RunningService service) {
            return IntStream.rangeClosed(1, 3)
                    .mapToObj(number -> DynamicTest.dynamicTest("test " + number, () -> {
                        if (number == 2) {
                            crashAndWait(service);
                        }
                    }));
        }
    }
}
