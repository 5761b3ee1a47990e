package io.github.managedservice;

import static io.github.managedservice.CrashAssertions.assertCrash;
import static io.github.managedservice.Fragile.Hand.crashAndSeeIt;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceCrashedException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Services that crash in one class, and are needed by another. */
class SessionCrashTests {

    private static final String FIRST = "SessionCrashTests.CrashingTestCase.crashes";
    private static final String REFERENCE = "Its last lines are shown in the failure of " + FIRST + ".";

    @Retention(RetentionPolicy.RUNTIME)
    @ManagedService(
            name = "fragile",
            command = {"sh", "-c", "echo ready; exec sleep 1000"},
            readyPattern = "ready",
            scope = Scope.SESSION)
    @interface SharedFragile {}

    @SharedFragile
    static class CrashingTestCase {
        @Test
        void crashes(RunningService fragile) {
            crashAndSeeIt(fragile);
        }
    }

    @Test
    void the_tests_of_later_classes_refer_to_the_one_that_tells() {
        Failures failures = Failures.of(Requests.of(CrashingTestCase.class, LaterTestCase.class));

        assertThat(failures.byName()).containsOnlyKeys("crashes", "one", "two");
        assertCrash(failures.byName().getOrDefault("crashes", new AssertionError()), FIRST);
        assertThat(failures.byName().entrySet())
                .filteredOn(failure -> !failure.getKey().equals("crashes"))
                .allSatisfy(failure -> assertThat(failure.getValue())
                        .isInstanceOf(ServiceCrashedException.class)
                        .hasMessageContaining(REFERENCE));
    }

    @SharedFragile
    static class LaterTestCase {
        @Test
        void one() {}

        @Test
        void two() {}
    }

    @Test
    void nothing_that_needs_a_dead_service_is_started() {
        assertNotStarted(NeedingTestCase.class, "client-of-crashed");
    }

    private static void assertNotStarted(Class<?> testCase, String trace) {
        Trace client = Trace.of(trace);

        Failures failures = Failures.of(Requests.of(CrashingTestCase.class, testCase));

        assertThat(failures.byName())
                .hasSize(2)
                .hasEntrySatisfying(
                        "SessionCrashTests$" + testCase.getSimpleName(),
                        failure -> assertThat(failure)
                                .isInstanceOf(ServiceCrashedException.class)
                                .hasMessageContaining(REFERENCE));
        assertThat(client.lines()).isEmpty();
    }

    @SharedFragile
    @ManagedService(
            name = "client",
            command = {"sh", "-c", "echo started >> target/traces/client-of-crashed; echo ready; exec sleep 1000"},
            readyPattern = "ready",
            dependsOn = "fragile")
    static class NeedingTestCase {
        @Test
        void does_not_run() {}
    }

    @Test
    void nor_is_what_shares_its_session() {
        assertNotStarted(NeedingSessionTestCase.class, "session-client-of-crashed");
    }

    @SharedFragile
    @ManagedService(
            name = "session-client",
            command = {
                "sh",
                "-c",
                "echo started >> target/traces/session-client-of-crashed; echo ready; exec sleep 1000"
            },
            readyPattern = "ready",
            dependsOn = "fragile",
            scope = Scope.SESSION)
    static class NeedingSessionTestCase {
        @Test
        void does_not_run() {}
    }

    @Test
    void nor_for_a_nested_class() {
        Trace client = Trace.of("nested-client-of-crashed");

        Failures failures = Failures.of(Requests.of(OuterTestCase.class));

        assertThat(failures.byName()).containsOnlyKeys("crashes", "Inner");
        assertThat(client.lines()).isEmpty();
    }

    @Fragile
    static class OuterTestCase {
        @Test
        void crashes(RunningService fragile) {
            crashAndSeeIt(fragile);
        }

        @Nested
        @ManagedService(
                name = "client",
                command = {
                    "sh",
                    "-c",
                    "echo started >> target/traces/nested-client-of-crashed; echo ready; exec sleep 1000"
                },
                readyPattern = "ready",
                dependsOn = "fragile")
        class Inner {
            @Test
            void does_not_run() {}
        }
    }
}
