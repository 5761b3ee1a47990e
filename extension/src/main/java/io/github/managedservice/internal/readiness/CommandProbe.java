package io.github.managedservice.internal.readiness;

import java.io.IOException;
import java.util.List;

/** Asks a probe program, which says "ready" by its exit code 0. */
public final class CommandProbe implements Probe {

    private final List<String> command;
    private final Runner runner;

    public CommandProbe(List<String> command, Runner runner) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A command probe needs a command");
        }
        this.command = List.copyOf(command);
        this.runner = runner;
    }

    @Override
    public ProbeResult attempt() throws InterruptedException {
        try {
            Outcome outcome = runner.run(command);
            return outcome.exitCode() == 0 ? new ProbeResult.Ready() : notYet(outcome);
        } catch (IOException e) {
            Connection.throwIfInterrupted();
            return new ProbeResult.NotYet("could not be run", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String description() {
        return "command '" + String.join(" ", command) + "'";
    }

    private static ProbeResult notYet(Outcome outcome) {
        return new ProbeResult.NotYet(
                "exited with code " + outcome.exitCode(),
                outcome.lastLine().isBlank() ? "no output" : "last line \"" + outcome.lastLine() + '"');
    }

    /** Runs a program to its end. If the thread is interrupted, it ends the program first. */
    @FunctionalInterface
    public interface Runner {

        Outcome run(List<String> command) throws IOException, InterruptedException;
    }

    /** The last line is empty if the program printed nothing. */
    public record Outcome(int exitCode, String lastLine) {}
}
