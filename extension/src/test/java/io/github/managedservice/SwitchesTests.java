package io.github.managedservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventConditions;

class SwitchesTests {

    private static EngineTestKit.Builder request(Class<?> testCase, String name, String value) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .configurationParameter(name, value);
    }

    @Test
    void tests_that_need_a_service_are_skipped_with_the_reason() {
        request(ReadyTestCase.class, "managedservice.enabled", "false")
                .execute()
                .allEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        EventConditions.skippedWithReason("It needs a service, and managedservice.enabled is false"));
    }

    @Test
    void so_is_one_that_has_it_in_a_field() {
        request(FieldTestCase.class, "managedservice.enabled", "false")
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.skipped(1).started(0));
    }

    static class FieldTestCase {

        @RegisterExtension
        final ManagedServiceExtension fresh = ManagedServiceExtension.of(
                ServiceSpec.builder("/no/such/program").build());

        @Test
        void does_not_run() {}
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", " TRUE"})
    void they_run_where_that_is_said(String value) {
        request(ReadyTestCase.class, "managedservice.enabled", value)
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(1).failed(0));
    }

    @Test
    void a_slow_machine_gets_more_time() {
        Failures failures = Failures.of(request(SlowTestCase.class, "managedservice.timeout.factor", "100"));

        failures.requireAllPassed();
        assertThat(failures.succeeded()).hasSize(1);
    }

    @Test
    void a_failure_tells_the_time_that_it_had() {
        Failures failures = Failures.of(request(NeverTestCase.class, "managedservice.timeout.factor", "0.001"));

        assertThat(failures.only())
                .isInstanceOf(ServiceStartException.class)
                .hasMessageContaining("within its timeout of 30 ms");
    }

    @Test
    void logs_go_where_they_are_wanted(@TempDir Path directory) {
        Failures failures =
                Failures.of(request(ReadyTestCase.class, "managedservice.log.directory", directory.toString()));

        failures.requireAllPassed();
        assertThat(directory.resolve(ReadyTestCase.class.getName()).resolve("ready.log"))
                .hasContent("ready");
    }

    @Test
    void lines_go_to_the_logger_too() {
        try (LoggedMessages logged = new LoggedMessages()) {
            Failures failures = Failures.of(request(TalkingTestCase.class, "managedservice.log.forward", "true"));

            failures.requireAllPassed();
            assertThat(logged.all().stream().filter(message -> message.startsWith("[talking]")))
                    .containsExactly(
                            "[talking] {0} password=***", "[talking] ready", "[talking] again", "[talking] unfinished");
        }
    }

    @Test
    void and_not_unless_that_is_wanted() {
        try (LoggedMessages logged = new LoggedMessages()) {
            Failures.of(request(ReadyTestCase.class, "managedservice.log.forward", "false"))
                    .requireAllPassed();
            assertThat(logged.all()).noneMatch(message -> message.startsWith("[ready]"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "managedservice.enabled, no, true or false",
        "managedservice.timeout.factor, 0, a number more than 0 and at most 1000",
        "managedservice.timeout.factor, 1001, a number more than 0 and at most 1000",
        "managedservice.timeout.factor, twice, a number more than 0 and at most 1000",
        "managedservice.timeout.factor, NaN, a number more than 0 and at most 1000",
        "managedservice.log.directory, '', the path of a directory",
        "managedservice.log.forward, yes, true or false",
        "managedservice.ready.debug, 0, 'true, false or a port from 1 to 65535'",
        "managedservice.ready.debug, on, 'true, false or a port from 1 to 65535'",
        "managedservice.ready.external, localhost, 'an address, as host:port'",
        "managedservice.ready.external, :80, 'an address, as host:port'",
        "managedservice.ready.external, localhost:65536, 'an address, as host:port'",
        "managedservice.ready.external, http://localhost:80, 'an address, as host:port'",
        "managedservice.ready.external, localhost:80/path, 'an address, as host:port'"
    })
    void a_value_that_nobody_can_mean_is_a_mistake(String name, String value, String what) {
        Failures failures = Failures.of(request(ReadyTestCase.class, name, value));

        assertThat(failures.only())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("The switch '" + name + "': it must be " + what + "\n  value = \"" + value + "\"");
    }

    @Test
    void a_service_with_dots_in_its_name_has_switches_too() {
        assertThat(Failures.of(request(DottedTestCase.class, "managedservice.shop.external.db_1-x.external", "nowhere"))
                        .only())
                .hasMessage("The switch 'managedservice.shop.external.db_1-x.external': it must be an address, as"
                        + " host:port\n  value = \"nowhere\"");
    }

    @ManagedService(
            name = "ready",
            command = {"sh", "-c", "echo ready; exec sleep 1000"},
            readyPattern = "ready")
    static class ReadyTestCase {
        @Test
        void has_it(RunningService service) {
            assertThat(service.isRunning()).isTrue();
        }
    }

    @ManagedService(name = "shop.external.db_1-x", command = "sleep 1000")
    static class DottedTestCase {
        @Test
        void does_not_run() {}
    }

    @ManagedService(
            name = "talking",
            command = {
                "sh",
                "-c",
                "echo '{0} password=hunter2'; echo ready; echo again; printf unfinished; exec sleep 1000"
            },
            readyPattern = "ready")
    static class TalkingTestCase {
        @Test
        void has_it(RunningService service) {
            service.log().await("unfinished", Duration.ofSeconds(20));
        }
    }

    @ManagedService(
            name = "slow",
            command = {"sh", "-c", "sleep 0.5; echo ready; exec sleep 1000"},
            readyPattern = "ready",
            timeout = 200,
            unit = TimeUnit.MILLISECONDS)
    static class SlowTestCase {
        @Test
        void has_it(RunningService service) {
            assertThat(service.isRunning()).isTrue();
        }
    }

    @ManagedService(
            name = "never",
            command = {"sh", "-c", "exec sleep 1000"},
            readyPattern = "ready")
    static class NeverTestCase {
        @Test
        void does_not_run() {}
    }
}
