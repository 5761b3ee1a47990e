package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.managedservice.LoggedMessages;
import io.github.managedservice.internal.file.TreeDeletion;
import io.github.managedservice.internal.lifecycle.Placeholders.Peers;
import io.github.managedservice.internal.time.Time;
import io.github.managedservice.service.LogLine;
import io.github.managedservice.service.ServiceExit;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Services whose log cannot be written, or is gone. */
@EnabledOnOs(OS.LINUX)
class LogFaultTests {

    private static final ServiceExit EXIT = new ServiceExit(1, Optional.empty(), Duration.ofSeconds(1), false);

    private final Path folder;
    private final Path full;

    LogFaultTests(@TempDir Path base) throws IOException {
        this.folder = Files.createDirectory(base.resolve("logs")).toRealPath();
        this.full = Files.createSymbolicLink(folder.resolve("full.log"), Path.of("/dev/full"));
    }

    // JUnit would warn of a link that leads out of its folder.
    @AfterEach
    void unlink() {
        TreeDeletion.delete(folder);
    }

    @Test
    void a_log_that_cannot_be_written_is_reported_once_and_its_service_goes_on() throws Exception {
        String script = "i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i + 1)); done; echo ready; exec sleep 1000";
        try (LoggedMessages messages = new LoggedMessages();
                StartedService service = start("full", script, full)) {

            messages.await("^(The log " + full + " .*)");

            assertThat(service.log().tail(1)).extracting(LogLine::text).containsExactly("ready");
            assertThat(messages.all())
                    .filteredOn(message -> message.startsWith("The log " + full))
                    .containsExactly(
                            "The log " + full + " (incomplete: No space left on device). What the service prints"
                                    + " from now on is still matched, but kept in memory only.");
            assertThat(Crash.report("full", "", EXIT, service.log()))
                    .hasMessageEndingWith("\n  log: " + full + " (incomplete: No space left on device)");
        }
    }

    @Test
    void a_failed_start_says_that_its_log_is_not_complete() {
        assertThatExceptionOfType(ServiceStartException.class)
                .isThrownBy(() -> start("exits", "echo no licence; exit 1", full))
                .withMessageContaining("no licence")
                .withMessageEndingWith("\n  log: " + full + " (incomplete: No space left on device)");
    }

    @Test
    void a_report_says_that_the_log_was_deleted() {
        Path log = folder.resolve("gone/gone.log");
        try (StartedService service = start("gone", "echo ready; exec sleep 1000", log)) {
            TreeDeletion.delete(folder.resolve("gone"));

            assertThat(Crash.report("gone", "", EXIT, service.log()))
                    .hasMessageEndingWith("\n  log: " + log + " (deleted while the service ran)");
        }
    }

    private static StartedService start(String name, String script, Path log) {
        ServiceSpec spec = ShellService.of(name, script).readyPattern("ready").build();
        return StartedService.start(
                spec.declaration(), log, Peers.none(), Switches.ofSystemProperties(Set.of(name)), Time.REAL);
    }
}
