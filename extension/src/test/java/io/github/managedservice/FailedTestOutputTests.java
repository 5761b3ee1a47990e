package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class FailedTestOutputTests {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Path reports;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    FailedTestOutputTests(@TempDir Path reports) {
        this.reports = reports;
    }

    private List<Path> publish(Class<?> testCase) throws IOException {
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(testCase))
                                .configurationParameter("junit.platform.reporting.output.dir", reports.toString())
                                .build(),
                        new FailureListener(failures));
        try (Stream<Path> files = Files.walk(reports)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private record FailureListener(List<Throwable> failures) implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                result.getThrowable().ifPresent(failures::add);
            }
        }
    }

    private static void reload(RunningService service) {
        ServiceLog.Mark mark = service.log().mark();
        service.signal("HUP");
        service.log().await(mark, "reloaded", LIMIT);
    }

    @Test
    void a_failed_test_gets_what_was_printed_since_it_began() throws IOException {
        List<Path> files = publish(FailingTestCase.class);

        assertThat(files)
                .singleElement()
                .satisfies(file -> assertThat(file).hasFileName("fragile.log").hasContent("reloaded\n"));
        assertThat(failures.get(0).getSuppressed())
                .extracting(Throwable::toString)
                .containsExactly(
                        "io.github.managedservice.FailedTestOutput: service 'fragile' printed 9 bytes during this "
                                + "test: " + files.get(0));
    }

    @Fragile
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class FailingTestCase {

        @Test
        void a_passes(RunningService service) {
            reload(service);
        }

        @Test
        void b_fails(RunningService service) {
            reload(service);
            throw new IllegalStateException("mine");
        }
    }

    @Test
    void what_is_published_has_no_secrets() throws IOException {
        List<Path> files = publish(SecretTestCase.class);

        assertThat(files)
                .singleElement()
                .satisfies(file -> assertThat(file).hasContent("user ada, password ***\nlast word *** \u00fc"));
    }

    @ManagedService(
            name = "fresh",
            command = {
                "sh",
                "-c",
                "echo user ada, password $SHOP_PASSWORD; printf 'last word %s \u00fc' $SHOP_PASSWORD; exec sleep 1000"
            },
            readyPattern = "last word",
            env = "SHOP_PASSWORD=correct-horse",
            scope = Scope.METHOD)
    static class SecretTestCase {
        @Test
        void fails() {
            throw new IllegalStateException("mine");
        }
    }

    @Test
    void a_crash_publishes_the_last_words_of_the_test_it_ended() throws IOException {
        List<Path> files = publish(CrashingTestCase.class);

        assertThat(files).singleElement().satisfies(file -> assertThat(file).hasContent("reloaded\n"));
    }

    @Fragile
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class CrashingTestCase {
        @Test
        void a_crashes(RunningService service) {
            reload(service);
            Fragile.Hand.crashAndSeeIt(service);
        }

        @Test
        void b_is_not_run() {}
    }

    @Test
    void a_dynamic_test_gets_its_own() throws IOException {
        List<Path> files = publish(DynamicTestCase.class);

        assertThat(files).singleElement().satisfies(file -> assertThat(file).hasContent("reloaded\n"));
    }

    @Fragile
    static class DynamicTestCase {
        @TestFactory
        Stream<DynamicTest> tests(RunningService service) {
            reload(service);
            return Stream.of(DynamicTest.dynamicTest("fails", () -> {
                reload(service);
                throw new IllegalStateException("mine");
            }));
        }
    }

    @Test
    void in_scope_method_it_begins_with_the_start() throws IOException {
        List<Path> files = publish(MethodScopeTestCase.class);

        assertThat(files).singleElement().satisfies(file -> assertThat(file).hasContent("ready\n"));
    }

    @ManagedService(
            name = "fresh",
            command = {"sh", "-c", "echo ready; exec sleep 1000"},
            readyPattern = "ready",
            scope = Scope.METHOD)
    static class MethodScopeTestCase {
        @Test
        void fails() {
            throw new IllegalStateException("mine");
        }
    }

    @Test
    void nothing_is_published_of_a_silent_service_or_for_a_test_that_passed_or_was_aborted() throws IOException {
        assertThat(publish(NothingToTellTestCase.class)).isEmpty();
        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("mine").hasNoSuppressedExceptions());
    }

    @Fragile
    static class NothingToTellTestCase {

        @Test
        void fails_while_it_is_silent() {
            throw new IllegalStateException("mine");
        }

        @Test
        void passes(RunningService service) {
            reload(service);
        }

        @Test
        void is_aborted(RunningService service) {
            reload(service);
            Assumptions.abort("not here");
        }
    }

    @Test
    void where_junit_has_no_place_for_files_the_failure_names_the_log() {
        Throwable failure = Failures.of(NoPlaceTestCase.class).only();

        assertThat(failure).hasMessage("mine");
        assertThat(failure.getSuppressed()[0])
                .hasMessageMatching(
                        "service 'fragile' printed 9 bytes during this test: /.*/fragile.log from byte 6 on");
    }

    @Fragile
    static class NoPlaceTestCase {
        @Test
        void fails(RunningService service) {
            reload(service);
            throw new IllegalStateException("mine");
        }
    }
}
