package io.github.managedservice.internal.readiness;

import io.github.managedservice.internal.declaration.Condition;
import io.github.managedservice.internal.declaration.PlaceholderNames;
import io.github.managedservice.internal.process.ChildProcess;
import io.github.managedservice.internal.process.ProcessTree;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the program of a ready command. */
final class ProbeProgram {

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private ProbeProgram() {}

    static CommandProbe probe(Condition.Command command, Starting starting) {
        List<String> words = command.words().stream().map(starting.fill()).toList();
        requireProgram(command, words, starting);
        String threadName = starting.threadName("probe");
        return new CommandProbe(words, program -> run(threadName, starting, program));
    }

    /** Only into its own directory may the service still put the program. */
    private static void requireProgram(Condition.Command command, List<String> words, Starting starting) {
        try {
            if (!command.words().get(0).names().contains(PlaceholderNames.TEMP_DIR)) {
                starting.context().launch(words);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(reason(e), e);
        }
    }

    /** Within a sentence. */
    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return Character.toLowerCase(message.charAt(0)) + message.substring(1).replaceFirst("\\.$", "");
    }

    /** Runs the probe program with the mark of its service, so that it cannot outlive it. */
    private static CommandProbe.Outcome run(String threadName, Starting starting, List<String> program)
            throws IOException, InterruptedException {
        ChildProcess process = ChildProcess.startHelper(
                starting.service().name() + "-probe",
                starting.context().launch(program),
                pid -> starting.tree().ifPresent(tree -> tree.addHelper(pid)));
        CompletableFuture<String> lastLine = LastLineReader.lastLine(threadName, process);
        try {
            int exitCode = process.onExit().get();
            if (exitCode != 0 && starting.tree().filter(ProcessTree::isKilled).isPresent()) {
                throw new InterruptedException("It was killed with its service, and so has not answered.");
            }
            // What it has left running may hold its pipes open for as long as it likes.
            return new CommandProbe.Outcome(exitCode, exitCode == 0 ? "" : lastWords(lastLine));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            process.tree().ask("KILL");
            throw e;
        }
    }

    private static String lastWords(CompletableFuture<String> lastLine)
            throws ExecutionException, InterruptedException {
        try {
            return lastLine.get(LAST_WORDS.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return "";
        }
    }
}
