package io.github.managedservice.internal.readiness;

import java.io.IOException;
import java.util.List;

/** Asks a probe program, which says "ready" by its exit code 0. */
public final class CommandProbe implements Probe {

    private final List<String> command;
    private final Runner runner;

    /**
     * Asks a program.
     *
     * @param command program and arguments, at least the program
     * @param runner runs it once per attempt
     */
    public CommandProbe(List<String> command, Runner runner) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A command probe needs a command");
        }
        this.command = List.copyOf(command);
        this.runner = runner;
    }

    @Override
    public Attempt attempt() throws InterruptedException {
        try {
            Outcome outcome = runner.run(command);
            return outcome.exitCode() == 0 ? new Attempt.Ready() : notYet(outcome);
        } catch (IOException e) {
            Connection.throwIfInterrupted();
            return new Attempt.NotYet("could not be run", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String description() {
        return "command '" + String.join(" ", command) + "'";
    }

    private static Attempt notYet(Outcome outcome) {
        return new Attempt.NotYet(
                "exited with code " + outcome.exitCode(),
                outcome.lastLine().isBlank() ? "no output" : "last line \"" + outcome.lastLine() + '"');
    }

    /** Runs a program to its end, in the way a service's own programs are run. */
    @FunctionalInterface
    public interface Runner {

        /**
         * Runs a program and waits for it.
         *
         * @param command program and arguments
         * @return how it ended
         * @throws IOException if it could not be run
         * @throws InterruptedException if the attempt was called off: the program has been ended by then
         */
        Outcome run(List<String> command) throws IOException, InterruptedException;
    }

    /**
     * How a probe program ended.
     *
     * @param exitCode as the JDK gives it
     * @param lastLine the last line of its output, empty where it printed nothing
     */
    public record Outcome(int exitCode, String lastLine) {}
}
