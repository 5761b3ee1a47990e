package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.LoggedMessages;
import io.github.managedservice.internal.lifecycle.ForcedEnd.Asked;
import io.github.managedservice.internal.process.TreeProcess;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ForcedEndTests {

    private static final String DEAF = "trap 'echo not yet' TERM INT; echo up; while :; do sleep 0.1; done";

    @Test
    void a_service_that_had_to_be_killed_says_so() {
        assertThat(warnings("squid", declared("squid", DEAF), RunningService::stop))
                .containsExactly("Service 'squid' did not end within 300 ms of SIGTERM and was killed;"
                        + " raise stopTimeout, or choose a stopSignal or stopCommand that ends it");
    }

    @Test
    void and_before_a_restart_too() {
        List<String> warnings = warnings("again", declared("again", DEAF).stopSignal("INT"), service -> {
            service.restart();
            service.kill();
        });

        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).startsWith("Service 'again' did not end within 300 ms of SIGINT and was killed;");
    }

    @Test
    void a_stop_command_that_was_not_enough_is_named() {
        assertThat(warnings(
                        "idle", declared("idle", "echo up; exec sleep 1000").stopCommand("true"), RunningService::stop))
                .containsExactly("Service 'idle' did not end within 300 ms of its stop command and was killed;"
                        + " raise stopTimeout, or choose a stopCommand that ends it");
    }

    @Test
    void and_so_is_one_that_failed() {
        assertThat(warnings("stubborn", declared("stubborn", DEAF).stopCommand("false"), RunningService::stop))
                .contains("Service 'stubborn' did not end within 300 ms of its stop command, which failed, and SIGTERM"
                        + " and was killed; raise stopTimeout, or correct its stopCommand");
    }

    @Test
    void what_a_service_left_is_named_without_its_secrets() {
        List<String> warnings = warnings(
                "parent",
                declared("parent", "(trap '' TERM; echo up; exec sleep 1234) & wait")
                        .env("API_TOKEN=1234"),
                RunningService::stop);

        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0))
                .matches("Service 'parent' ended, but 1 process of it did not within 300 ms of SIGTERM and was killed:"
                        + " pid \\d+ \\(\\S+/sleep \\*{3}\\), .+ old;"
                        + " raise stopTimeout, or have the service end what it starts");
    }

    @Test
    void of_many_processes_some_are_shown() {
        TreeProcess child = new TreeProcess(7, "/bin/worker", Duration.ofSeconds(4), "has the service's mark");

        assertThat(new ForcedEnd(
                                "parent",
                                Asked.bySignal("TERM"),
                                Duration.ofSeconds(10),
                                false,
                                Collections.nCopies(5, child))
                        .message())
                .isEqualTo(
                        "Service 'parent' ended, but 5 processes of it did not within 10 s of SIGTERM and were killed:"
                                + " pid 7 (/bin/worker), 4 s old, pid 7 (/bin/worker), 4 s old, pid 7 (/bin/worker), 4 s old"
                                + " and 2 more; raise stopTimeout, or have the service end what it starts");
    }

    @Test
    void nothing_is_said_where_a_kill_is_what_was_wanted() {
        assertThat(warnings("signal", declared("signal", DEAF).stopSignal("KILL"), RunningService::stop))
                .isEmpty();
        assertThat(warnings("at-once", declared("at-once", DEAF).stopTimeout(Duration.ZERO), RunningService::stop))
                .isEmpty();
        assertThat(warnings("crashed", declared("crashed", DEAF), RunningService::kill))
                .isEmpty();
    }

    @Test
    void nor_where_the_thread_that_stopped_it_was_in_a_hurry() {
        ServiceSpec.Builder patient = declared("hurried", DEAF).stopTimeout(Duration.ofDays(1));

        assertThat(warnings("hurried", patient, service -> {
                    Thread.currentThread().interrupt();
                    service.stop();
                    assertThat(Thread.interrupted()).isTrue();
                }))
                .isEmpty();
    }

    /** Has long enough for whatever does end, and is short enough to be waited for in vain. */
    private static ServiceSpec.Builder declared(String name, String script) {
        return ShellService.of(name, script).readyPattern("up").stopTimeout(Duration.ofMillis(300));
    }

    private static List<String> warnings(String name, ServiceSpec.Builder declared, Consumer<RunningService> end) {
        try (RunningService service = ServiceLauncher.start(declared.build());
                LoggedMessages logged = new LoggedMessages()) {
            end.accept(service);

            return logged.all().stream()
                    .filter(message -> message.contains("'" + name + "'") && message.contains("killed"))
                    .toList();
        }
    }
}
