package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceStartException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@Execution(value = ExecutionMode.SAME_THREAD, reason = "its test cases tell it what they saw in a static field")
class SessionScopeTests {

    /** The process of the service, once for each test that has run. */
    private static final Queue<Long> SEEN = new ConcurrentLinkedQueue<>();

    SessionScopeTests() {
        SEEN.clear();
    }

    @Test
    void classes_share_a_service_that_ends_with_them() {
        Failures failures = Failures.of(Requests.of(FirstTestCase.class, SecondTestCase.class));

        failures.requireAllPassed();
        assertThat(SEEN).hasSize(3);
        assertThat(Set.copyOf(SEEN)).hasSize(1);
        assertThat(ProcessHandle.of(SEEN.element())).isEmpty();
    }

    @Test
    void sessions_do_not_share() {
        for (Class<?> testCase : List.of(FirstTestCase.class, SecondTestCase.class)) {
            Failures.of(testCase).requireAllPassed();
        }

        assertThat(Set.copyOf(SEEN)).hasSize(2);
    }

    /** As Surefire does with several forks, which makes a request of each class. */
    @Test
    void requests_of_a_launcher_session_share_it() {
        try (LauncherSession session = LauncherFactory.openSession()) {
            for (Class<?> testCase : List.of(FirstTestCase.class, SecondTestCase.class)) {
                session.getLauncher()
                        .execute(LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(testCase))
                                .filters(EngineFilter.includeEngines("junit-jupiter"))
                                .build());
            }
        }

        assertThat(SEEN).hasSize(3);
        assertThat(Set.copyOf(SEEN)).hasSize(1);
        assertThat(SEEN).allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
    }

    @Test
    void classes_that_run_side_by_side_share_it() {
        Failures failures =
                Failures.of(Requests.parallel(4, FirstTestCase.class, SecondTestCase.class, ThirdTestCase.class)
                        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent"));

        failures.requireAllPassed();
        assertThat(SEEN).hasSize(4);
        assertThat(Set.copyOf(SEEN)).hasSize(1);
    }

    @Test
    void a_service_of_the_class_may_need_one_of_the_session() {
        Failures failures = Failures.of(Requests.of(NeedingTestCase.class));

        failures.requireAllPassed();
    }

    @Test
    void a_service_of_the_session_cannot_need_one_of_a_class() {
        Failures failures = Failures.of(Requests.of(NeededTestCase.class));

        assertThat(failures.only())
                .isInstanceOf(ExtensionConfigurationException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("ervice 'whole': '${part.port}' cannot be used here: service 'part' has a shorter scope than"
                        + " service 'whole' and ends before it; give 'part' a longer scope, or service 'whole' a"
                        + " shorter one");
    }

    @Test
    void scopes_do_not_share_names() {
        Failures failures = Failures.of(Requests.of(SameNameTestCase.class));

        assertThat(failures.only()).extracting(Throwable::getMessage).asString().contains("two services are called '");
    }

    @Test
    void unequal_declarations_of_a_name_are_a_mistake_that_shows_the_difference() {
        Failures failures = Failures.of(Requests.of(FirstTestCase.class, OtherTestCase.class));

        assertThat(failures.only())
                .isInstanceOf(ExtensionConfigurationException.class)
                .extracting(Throwable::getMessage)
                .isEqualTo("Class " + OtherTestCase.class.getName() + ", service 'shared': class "
                        + FirstTestCase.class.getName()
                        + " declares it for the same session, with other elements: env = [] there and \"A=1\" here, "
                        + "readyStatus = [] there and [401, 403] here, "
                        + "readyUrl = \"\" there and \"http://localhost:1/\" here, "
                        + "timeout = 30 there and 20 here; make them equal, or give one another name");
        assertThat(SEEN).hasSize(1);
    }

    @Test
    void a_start_that_failed_has_failed_for_all(@TempDir Path directory) throws Exception {
        System.setProperty("session.scope.tests", directory.toString());
        Failures failures;
        try {
            failures = Failures.of(Requests.of(FailingTestCase.class, FailingTooTestCase.class));
        } finally {
            System.clearProperty("session.scope.tests");
        }

        assertThat(failures.byName().values())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(ServiceStartException.class)
                        .hasMessageContaining("exited with code 3"));
        assertThat(Files.readAllLines(directory.resolve("starts"))).hasSize(1);
    }

    @Test
    void nothing_starts_for_a_class_that_is_disabled() {
        Trace starts = Trace.of("session-disabled");

        Failures failures = Failures.of(Requests.of(DisabledTestCase.class));

        assertThat(failures.skipped()).containsExactly("SessionScopeTests$DisabledTestCase");
        assertThat(starts.lines()).isEmpty();
    }

    @Test
    void one_that_a_test_has_restarted_serves_the_next_class() {
        Failures failures = Failures.of(Requests.of(RestartingTestCase.class, FirstTestCase.class));

        failures.requireAllPassed();
        assertThat(Set.copyOf(SEEN)).hasSize(1);
    }

    @SharedService
    static class RestartingTestCase {
        @Test
        void restarts(RunningService service) {
            service.restart();
            SEEN.add(service.pid());
        }
    }

    @Test
    void one_that_a_test_has_stopped_is_started_again_for_the_next_class() {
        Failures failures = Failures.of(Requests.of(StoppingTestCase.class, FirstTestCase.class));

        failures.requireAllPassed();
        assertThat(Set.copyOf(SEEN)).hasSize(2);
    }

    @SharedService
    static class StoppingTestCase {
        @Test
        void stops(RunningService service) {
            SEEN.add(service.pid());
            service.stop();
        }
    }

    @Test
    void its_log_belongs_to_no_class() {
        Failures.of(LoggingTestCase.class).requireAllPassed();
    }

    @SharedService
    static class LoggingTestCase {
        @Test
        void has_one(RunningService service) {
            assertThat(service.log().file())
                    .hasParent(Path.of("target", "managed-services").toAbsolutePath());
        }
    }

    @ManagedService(
            name = "shared",
            command = {"sh", "-c", "echo ready; exec sleep 1000"},
            readyPattern = "ready",
            scope = Scope.SESSION)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface SharedService {}

    @SharedService
    static class FirstTestCase {
        @Test
        void sees_it(RunningService service) {
            SEEN.add(service.pid());
            assertThat(ProcessHandle.of(service.pid())).isPresent();
        }
    }

    @ManagedService(
            name = "shared",
            command = {"sh", "-c", "echo ready; exec sleep 1000"},
            readyPattern = "ready",
            scope = Scope.SESSION)
    static class SecondTestCase extends FirstTestCase {
        @Nested
        class Inner {
            @Test
            void sees_it_too(@InjectService("shared") RunningService service) {
                SEEN.add(service.pid());
            }
        }
    }

    @SharedService
    static class ThirdTestCase extends FirstTestCase {}

    @ManagedService(
            name = "shared",
            command = {"sh", "-c", "echo ready; exec sleep 1000"},
            readyPattern = "ready",
            readyUrl = "http://localhost:1/",
            readyStatus = {401, 403},
            env = "A=1",
            timeout = 20,
            scope = Scope.SESSION)
    static class OtherTestCase {
        @Test
        void does_not_run() {}
    }

    @ManagedService(
            name = "part",
            command = {"sh", "-c", "echo ready ${port}; exec sleep 1000"},
            readyPattern = "ready",
            scope = Scope.SESSION)
    @ManagedService(
            name = "whole",
            command = {"sh", "-c", "echo needs ${part.port}; exec sleep 1000"},
            readyPattern = "needs (?<part>\\d+)")
    static class NeedingTestCase {
        @Test
        void sees_both(@ServicePort("part") int port, @InjectService("whole") RunningService service) {
            assertThat(service.captured("part")).contains(Integer.toString(port));
        }
    }

    @ManagedService(
            name = "part",
            command = {"sh", "-c", "echo ready ${port}; exec sleep 1000"},
            readyPattern = "ready")
    @ManagedService(
            name = "whole",
            command = {"sh", "-c", "echo needs ${part.port}; exec sleep 1000"},
            readyPattern = "needs",
            scope = Scope.SESSION)
    static class NeededTestCase {
        @Test
        void does_not_run() {}
    }

    @ManagedService(name = "twin", command = "sleep 1000")
    @ManagedService(name = "twin", command = "sleep 1000", scope = Scope.SESSION)
    static class SameNameTestCase {
        @Test
        void does_not_run() {}
    }

    @ManagedService(
            name = "failing",
            command = {"sh", "-c", "echo start >> ${sys.session.scope.tests}/starts; exit 3"},
            readyPattern = "ready",
            scope = Scope.SESSION)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface FailingService {}

    @FailingService
    static class FailingTestCase {
        @Test
        void does_not_run() {}
    }

    @FailingService
    static class FailingTooTestCase extends FailingTestCase {}

    @ManagedService(
            name = "traced",
            command = {"sh", "-c", "echo started >> target/traces/session-disabled; exec sleep 1000"},
            scope = Scope.SESSION)
    @Disabled("to see that nothing starts")
    static class DisabledTestCase {
        @Test
        void needs_it() {}
    }
}
