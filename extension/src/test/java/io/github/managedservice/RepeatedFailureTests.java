package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.ServiceStartException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A start that fails for many tests for the same reason is reported in full once. */
class RepeatedFailureTests {

    @Test
    void the_classes_of_a_session_refer_to_the_first() {
        List<Throwable> failures =
                failures(Requests.of(FirstTestCase.class, SecondTestCase.class, ThirdTestCase.class));

        assertThat(failures).hasSize(3).allMatch(ServiceStartException.class::isInstance);
        assertThat(failures).filteredOn(RepeatedFailureTests::isFull).hasSize(1);
    }

    @Test
    void a_reference_is_the_reason_and_the_log() {
        List<Throwable> failures = failures(Requests.of(FirstTestCase.class, SecondTestCase.class));

        assertThat(failures.get(0)).hasMessageContaining("last output:");
        assertThat(failures.get(1)).hasNoCause();
        assertThat(failures.get(1).getStackTrace()).isEmpty();
        assertThat(message(failures.get(1)))
                .matches("Service 'broken' did not start: see the failure of RepeatedFailureTests\\.FirstTestCase at"
                        + " \\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\. It did not become ready: it exited with code 3 after [^\n]*"
                        + "\n  log: [^\n]*broken\\.log");
    }

    @Test
    void it_names_what_was_not_started_because_of_it() {
        List<Throwable> failures = failures(Requests.of(FirstTestCase.class, NeedingTestCase.class));

        assertThat(message(failures.get(1)).lines())
                .hasSize(3)
                .contains("  services not started because of this failure: needing");
    }

    @Test
    void tests_that_fail_for_the_same_reason_refer_to_the_first_of_their_class() {
        List<Throwable> failures = failures(Requests.of(MethodTestCase.class));

        assertThat(failures).hasSize(6);
        assertThat(failures).filteredOn(RepeatedFailureTests::isFull).hasSize(1);
    }

    @Test
    void one_that_fails_for_another_reason_is_reported_in_full() {
        Trace starts = Trace.of("two-reasons");

        List<Throwable> failures = failures(Requests.of(TwoReasonsTestCase.class));

        assertThat(starts.lines()).hasSize(4);
        assertThat(failures).hasSize(4);
        assertThat(failures).filteredOn(RepeatedFailureTests::isFull).hasSize(2);
    }

    @Test
    void classes_with_a_service_of_their_own_report_it_each() {
        List<Throwable> failures = failures(Requests.of(OwnTestCase.class, OwnTooTestCase.class));

        assertThat(failures).hasSize(2).allMatch(RepeatedFailureTests::isFull);
    }

    private static boolean isFull(Throwable failure) {
        return message(failure).contains("\n  command: ");
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    private static List<Throwable> failures(EngineTestKit.Builder request) {
        return List.copyOf(Failures.of(request).byName().values());
    }

    @ManagedService(
            name = "broken",
            command = {"sh", "-c", "echo no stock left; exit 3"},
            readyPattern = "ready",
            scope = Scope.SESSION)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Broken {}

    @Broken
    static class FirstTestCase {
        @Test
        void does_not_run() {}
    }

    @Broken
    static class SecondTestCase extends FirstTestCase {}

    @Broken
    static class ThirdTestCase extends FirstTestCase {}

    @Broken
    @ManagedService(name = "needing", command = "sleep 1000", dependsOn = "broken", scope = Scope.SESSION)
    static class NeedingTestCase extends FirstTestCase {}

    @ManagedService(
            name = "broken",
            command = {"sh", "-c", "exit 3"},
            readyPattern = "ready",
            scope = Scope.METHOD)
    static class MethodTestCase {
        @RepeatedTest(3)
        void does_not_run() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void neither_does(int number) {}

        @Test
        void nor_does_this() {}
    }

    /** It exits with 1, 2, 1 and 2. */
    @ManagedService(
            name = "broken",
            command = {
                "sh",
                "-c",
                "echo started >> target/traces/two-reasons; exit $(( 2 - $(wc -l < target/traces/two-reasons) % 2 ))"
            },
            readyPattern = "ready",
            scope = Scope.METHOD)
    static class TwoReasonsTestCase {
        @RepeatedTest(4)
        void does_not_run() {}
    }

    @ManagedService(
            name = "broken",
            command = {"sh", "-c", "exit 3"},
            readyPattern = "ready")
    static class OwnTestCase {
        @Test
        void does_not_run() {}
    }

    static class OwnTooTestCase extends OwnTestCase {}
}
