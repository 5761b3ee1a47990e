package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EventConditions;

/** Classes of which no test runs: their services are not started. The programs leave a line each time they are. */
@Execution(value = ExecutionMode.SAME_THREAD, reason = "all programs leave the same trace")
class DisabledTestsTests {

    @Retention(RetentionPolicy.RUNTIME)
    @Disabled("meta")
    @interface NotYet {}

    private final Trace starts = Trace.of("disabled");

    @ParameterizedTest
    @ValueSource(
            classes = {
                MethodsTestCase.class,
                NestedTestCase.class,
                SessionTestCase.class,
                FieldTestCase.class,
                InheritingTestCase.class
            })
    void nothing_is_started_for_a_class_of_which_all_tests_are_disabled(Class<?> testCase) {
        Requests.of(testCase)
                .execute()
                .allEvents()
                .assertStatistics(statistics -> statistics.failed(0).aborted(0).skipped(1))
                .assertThatEvents()
                .haveExactly(1, skippedWithReason("All of its tests are disabled, so its services are not started"));

        assertThat(starts.lines()).isEmpty();
    }

    @ManagedService(
            command = {"sh", "-c", "echo started >> target/traces/disabled; echo ready; exec sleep 1000"},
            readyPattern = "ready")
    static class MethodsTestCase {

        @BeforeAll
        static void needs(RunningService service) {
            assertThat(service.isRunning()).as("it is not even called").isFalse();
        }

        @Test
        @Disabled("plain")
        void does_not_run() {}

        @NotYet
        @RepeatedTest(2)
        void does_not_run_either() {}
    }

    @ManagedService(
            command = {"sh", "-c", "echo started >> target/traces/disabled; echo ready; exec sleep 1000"},
            readyPattern = "ready")
    static class NestedTestCase {

        @Nested
        @NotYet
        class Inner {
            @Test
            void does_not_run() {}
        }

        @Nested
        class Other {
            @Test
            @Disabled("plain")
            void does_not_run() {}
        }
    }

    @ManagedService(
            command = {"sh", "-c", "echo started >> target/traces/disabled; echo ready; exec sleep 1000"},
            readyPattern = "ready",
            scope = Scope.SESSION)
    static class SessionTestCase {
        @Test
        @Disabled("plain")
        void does_not_run() {}
    }

    static class FieldTestCase {

        @RegisterExtension
        static final ManagedServiceExtension SHARED = ManagedServiceExtension.of(
                ServiceSpec.builder("sh", "-c", "echo started >> target/traces/disabled; echo ready; exec sleep 1000")
                        .readyPattern("ready")
                        .build());

        @Test
        @Disabled("plain")
        void does_not_run() {}
    }

    static class InheritingTestCase extends MethodsTestCase {}

    @Test
    void services_for_each_test_leave_it_to_junit_to_report_the_tests() {
        Requests.of(EachTestCase.class)
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.skipped(2).started(0));

        assertThat(starts.lines()).isEmpty();
    }

    @ManagedService(
            command = {"sh", "-c", "echo started >> target/traces/disabled; echo ready; exec sleep 1000"},
            readyPattern = "ready",
            scope = Scope.METHOD)
    static class EachTestCase {

        @Test
        @Disabled("plain")
        void does_not_run() {}

        @Test
        @NotYet
        void does_not_run_either() {}
    }

    @Test
    void one_test_that_is_enabled_suffices() {
        Requests.of(OneEnabledTestCase.class)
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(1).skipped(1));

        assertThat(starts.lines()).hasSize(1);
    }

    @ManagedService(
            command = {"sh", "-c", "echo started >> target/traces/disabled; echo ready; exec sleep 1000"},
            readyPattern = "ready")
    static class OneEnabledTestCase {

        @Test
        @Disabled("plain")
        void does_not_run() {}

        @Nested
        class Inner {
            @Test
            void runs() {}
        }
    }

    @Test
    void nothing_is_started_for_a_nested_class_without_enabled_tests() {
        Requests.of(OnlyOuterTestCase.class)
                .execute()
                .allEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        EventConditions.event(EventConditions.container("Inner"), skippedWithReason(reason -> true)));

        assertThat(starts.lines()).isEmpty();
    }

    @ManagedService(name = "outer", command = "sleep 1000")
    static class OnlyOuterTestCase {

        @Test
        void runs() {}

        @Nested
        @ManagedService(
                name = "inner",
                command = {"sh", "-c", "echo started >> target/traces/disabled; echo ready; exec sleep 1000"},
                readyPattern = "ready")
        class Inner {
            @Test
            @Disabled("plain")
            void does_not_run() {}
        }
    }

    @Test
    void who_runs_a_disabled_test_all_the_same_gets_the_service() {
        Requests.of(SessionTestCase.class)
                .configurationParameter("junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition")
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(1));

        assertThat(starts.lines()).hasSize(1);
    }
}
