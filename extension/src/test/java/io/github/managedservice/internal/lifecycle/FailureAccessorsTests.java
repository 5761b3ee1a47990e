package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceCrashedException;
import io.github.managedservice.service.ServiceExit;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A failure tells a program which service failed, where its log is and how its process ended. */
@DisabledOnOs(OS.WINDOWS)
class FailureAccessorsTests {

    @Test
    void a_start_that_exited() {
        ServiceStartException failure =
                failedStart(ShellService.of("exits", "echo no licence; exit 3").readyPattern("never"));

        assertThat(failure.service()).isEqualTo("exits");
        assertThat(failure.log()).isAbsolute().hasFileName("exits.log").hasContent("no licence");
        assertThat(failure.exit().map(ServiceExit::exitCode)).contains(3);
        assertThat(failure.exit().map(ServiceExit::expected)).contains(false);
    }

    @Test
    void a_start_that_was_given_up() {
        ServiceStartException failure = failedStart(
                ShellService.of("slow", "exec sleep 1000").readyPattern("never").timeout(Duration.ofMillis(50)));

        assertThat(failure.service()).isEqualTo("slow");
        assertThat(failure.exit()).isEmpty();
    }

    @Test
    void a_start_without_a_process() {
        ServiceStartException failure =
                failedStart(ServiceSpec.builder("no-such-program").name("absent"));

        assertThat(failure.service()).isEqualTo("absent");
        assertThat(failure.log()).isAbsolute().hasFileName("absent.log");
        assertThat(failure.exit()).isEmpty();
    }

    @Test
    void a_start_without_a_port() throws Exception {
        try (RunningService holder = ServiceLauncher.start(ServiceSpec.builder("sleep", "1000")
                .name("holder")
                .env("PORT=${port}")
                .readyWhen(Readiness.started())
                .build())) {
            ServiceStartException failure = failedStart(ServiceSpec.builder("sleep", "1000", "${port}")
                    .name("second")
                    .port(holder.port()));

            assertThat(failure.service()).isEqualTo("second");
            assertThat(failure.log()).hasFileName("second.log");
            assertThat(failure.exit()).isEmpty();
        }
    }

    @Test
    void a_crash() {
        ServiceExit exit = new ServiceExit(137, Optional.of("KILL"), Duration.ofSeconds(1), false);
        Path log = Path.of("crashed.log");

        ServiceCrashedException failure = new ServiceCrashedException("crashed", log, exit, "It crashed.", true);

        assertThat(failure.service()).isEqualTo("crashed");
        assertThat(failure.log()).isEqualTo(log);
        assertThat(failure.exit()).contains(exit);
    }

    private static ServiceStartException failedStart(ServiceSpec.Builder spec) {
        return catchThrowableOfType(ServiceStartException.class, () -> ServiceLauncher.start(spec.build()));
    }
}
