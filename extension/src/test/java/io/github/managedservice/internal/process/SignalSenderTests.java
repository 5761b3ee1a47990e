package io.github.managedservice.internal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.managedservice.Eventually;
import io.github.managedservice.ExecutableFile;
import io.github.managedservice.internal.os.ProcessEntry;
import io.github.managedservice.internal.os.ProcessTable;
import io.github.managedservice.internal.os.ProcessTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalSenderTests {

    private final ProcessTable table = ProcessTables.ofThisPlatform();
    private final SignalSender sender = new SignalSender(table);

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL", "INT", "HUP"})
    void spares_a_process_that_has_got_the_pid_of_another(String signal) throws Exception {
        try (StartedService service =
                StartedService.shell("trap 'echo heard' USR1; echo up; while :; do sleep 0.01; done")) {
            service.lines().await("up", 1);
            ProcessEntry now = table.entry(service.process().pid()).orElseThrow();
            ProcessEntry before =
                    new ProcessEntry(now.pid(), now.parent(), now.session(), now.start() - 1, now.alive());

            sender.send(signal, List.of(before));
            sender.send("USR1", List.of(now));

            // The dead do not answer.
            assertThat(service.lines().next()).isEqualTo("heard");
        }
    }

    @Test
    void the_script_looks_at_start_times_itself() throws Exception {
        try (StartedService service = StartedService.shell("echo up; exec sleep 1000")) {
            service.lines().await("up", 1);
            ProcessEntry now = table.entry(service.process().pid()).orElseThrow();
            String pid = Long.toString(now.pid());

            run("KILL", pid, Long.toString(now.start() - 1));
            assertThat(service.process().isAlive()).isTrue();

            run("INT", "1000000000", "5", pid, Long.toString(now.start()));
            assertThat(service.process().onExit().get(20, TimeUnit.SECONDS)).isEqualTo(130);
        }
    }

    @Test
    void the_script_reads_a_start_time_behind_any_name(@TempDir Path directory) throws Exception {
        Path program = ExecutableFile.copy(Path.of("/bin/sleep"), directory.resolve("two\nlines) R 1 (x"));
        try (StartedService service = StartedService.shell("echo up; exec '" + program + "' 1000")) {
            service.lines().await("up", 1);
            Path name = Path.of("/proc/" + service.process().pid() + "/comm");
            Eventually.holds(() -> Files.readString(name).startsWith("two"));
            ProcessEntry now = table.entry(service.process().pid()).orElseThrow();

            run("INT", Long.toString(now.pid()), Long.toString(now.start()));

            assertThat(service.process().onExit().get(20, TimeUnit.SECONDS)).isEqualTo(130);
        }
    }

    @Test
    void the_script_takes_a_pid_for_enough_where_no_start_time_is_told() throws Exception {
        try (StartedService service = StartedService.shell("echo up; exec sleep 1000")) {
            service.lines().await("up", 1);

            run("INT", Long.toString(service.process().pid()), "-");

            assertThat(service.process().onExit().get(20, TimeUnit.SECONDS)).isEqualTo(130);
        }
    }

    @Test
    void refuses_a_signal_that_does_not_exist() {
        assertThatThrownBy(() -> sender.send("TREM", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no signal 'TREM'.");
    }

    private static void run(String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", SignalSender.SCRIPT, "signal"));
        words.addAll(List.of(arguments));
        new ProcessBuilder(words).start().waitFor();
    }
}
