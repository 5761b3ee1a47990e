package io.github.managedservice.internal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.managedservice.internal.guard.Guard;
import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.os.ProcessMark;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTests {

    @Test
    void tells_the_exit_code() throws Exception {
        try (StartedService service = StartedService.shell("exit 42")) {

            assertThat(exitCode(service)).isEqualTo(42);
            assertThat(service.process().isAlive()).isFalse();
        }
    }

    @Test
    void tells_the_signal_as_an_exit_code() throws Exception {
        try (StartedService service = StartedService.shell("kill -ABRT $$")) {

            assertThat(exitCode(service)).isEqualTo(134);
        }
    }

    @Test
    void tells_the_exit_on_a_thread_named_after_the_service() throws Exception {
        try (StartedService service = StartedService.shell("read never <&-; exec sleep 1000")) {
            CompletableFuture<Thread> thread = service.process().onExit().thenApply(code -> Thread.currentThread());

            service.tree().ask("KILL");

            assertThat(thread.get(20, TimeUnit.SECONDS).getName()).isEqualTo("service-test-exit");
        }
    }

    @Test
    void keeps_the_pid_and_leads_a_session_of_its_own() throws Exception {
        try (StartedService service = StartedService.shell("echo $$; cut -d ' ' -f 6 /proc/$$/stat; exec sleep 1000")) {
            String pid = Long.toString(service.process().pid());

            assertThat(service.lines().next()).isEqualTo(pid);
            assertThat(service.lines().next()).isEqualTo(pid);
            assertThat(service.process().isAlive()).isTrue();
        }
    }

    @Test
    void has_nothing_to_read() throws Exception {
        try (StartedService service = StartedService.shell("cat; readlink /proc/self/fd/0")) {

            assertThat(service.lines().next()).isEqualTo("/dev/null");
        }
    }

    @Test
    void has_no_signal_blocked() throws Exception {
        try (StartedService service = StartedService.shell("exec grep SigBlk /proc/self/status")) {

            assertThat(service.lines().next()).isEqualTo("SigBlk:\t0000000000000000");
        }
    }

    @Test
    void keeps_both_outputs_apart() throws Exception {
        try (StartedService service = StartedService.shell("echo out; echo err >&2; exec sleep 1000")) {

            assertThat(service.lines().next()).isEqualTo("out");
            assertThat(new Lines(service.process().stderr()).next()).isEqualTo("err");
        }
    }

    @Test
    void a_descendant_can_still_be_read_after_the_service_itself_has_ended(@TempDir Path directory) throws Exception {
        Path gate = directory.resolve("gate");
        String script = "mkfifo $1; sh -c 'read go <$0; echo late; echo late >&2' $1 & echo early; exit 7";
        try (StartedService service = StartedService.shell(script, gate.toString())) {
            int exitCode = exitCode(service);

            Files.writeString(gate, "go\n");

            assertThat(exitCode).isEqualTo(7);
            assertThat(service.process().stdout()).hasContent("early\nlate");
            assertThat(service.process().stderr()).hasContent("late");
        }
    }

    @Test
    void says_which_directory_is_missing() {
        Launch launch = new Launch(List.of("/bin/true"), Path.of("/no/such"), Map.of(), MarkNumbers.newMark());

        assertThatThrownBy(() -> ChildProcess.spawn("test", launch, Guard.shared()))
                .isInstanceOf(NotDirectoryException.class)
                .hasMessage("/no/such");
    }

    @Test
    void a_file_that_is_no_program_says_so_and_ends() throws Exception {
        ProcessMark mark = MarkNumbers.newMark();
        Launch launch = new Launch(List.of("/etc/passwd"), Path.of("/"), Map.of(), mark);
        Guard.shared().expect(mark, Optional.empty());

        ChildProcess process =
                ChildProcess.spawn("test", launch, Guard.shared()).letGo();

        // Not by readAllBytes(): that of a file stream asks for its position, which a pipe has not (ESPIPE on JDK 17).
        String said = new BufferedReader(new InputStreamReader(process.stderr(), StandardCharsets.UTF_8))
                .lines()
                .collect(Collectors.joining("\n"));
        assertThat(process.onExit().get(20, TimeUnit.SECONDS)).isEqualTo(126);
        assertThat(said).contains("/etc/passwd").contains("Permission denied");
        Guard.shared().ended(mark);
    }

    private static int exitCode(StartedService service) throws Exception {
        return service.process().onExit().get(20, TimeUnit.SECONDS);
    }
}
