package io.github.managedservice.internal.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.managedservice.internal.readiness.CommandProbe.Outcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandProbeTests {

    private static final List<String> COMMAND = List.of("pg_isready", "--port", "4711");

    @Test
    void runs_the_command_as_it_is() throws Exception {
        CommandProbe probe = new CommandProbe(COMMAND, command -> new Outcome(COMMAND.equals(command) ? 0 : 1, ""));

        ProbeResult attempt = probe.attempt();

        assertThat(attempt).isEqualTo(new ProbeResult.Ready());
    }

    @Test
    void says_how_a_real_program_ended() throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        CommandProbe probe = new CommandProbe(List.of(java, "-XX:+NoSuchOption"), CommandProbeTests::run);

        ProbeResult attempt = probe.attempt();

        assertThat(attempt)
                .isEqualTo(new ProbeResult.NotYet(
                        "exited with code 1",
                        "last line \"Error: A fatal exception has occurred. Program will exit.\""));
    }

    @Test
    void says_that_a_program_printed_nothing() throws Exception {
        CommandProbe probe = new CommandProbe(COMMAND, command -> new Outcome(2, ""));

        ProbeResult attempt = probe.attempt();

        assertThat(attempt).isEqualTo(new ProbeResult.NotYet("exited with code 2", "no output"));
    }

    @Test
    void says_why_a_program_could_not_be_run() throws Exception {
        CommandProbe probe = new CommandProbe(COMMAND, command -> {
            throw new IOException("no such file");
        });

        ProbeResult attempt = probe.attempt();

        assertThat(attempt).isEqualTo(new ProbeResult.NotYet("could not be run", "no such file"));
    }

    @Test
    void is_described_by_its_command() {
        CommandProbe probe = new CommandProbe(COMMAND, command -> new Outcome(0, ""));

        assertThat(probe.description()).isEqualTo("command 'pg_isready --port 4711'");
    }

    @Test
    void needs_a_command() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommandProbe(List.of(), command -> new Outcome(0, "")))
                .withMessage("A command probe needs a command");
    }

    private static Outcome run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().toList();
        return new Outcome(process.waitFor(), lines.get(lines.size() - 1));
    }
}
