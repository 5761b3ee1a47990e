package io.github.managedservice.guarantee;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Sends signals: a shell that is there already, for a program started only then would come some milliseconds late. */
final class Hand implements AutoCloseable {

    private final OutputStream orders;
    private final BufferedReader answers;

    private Hand(Process process) {
        this.orders = process.getOutputStream();
        this.answers = process.inputReader(StandardCharsets.US_ASCII);
    }

    static Hand start() {
        try {
            return new Hand(new ProcessBuilder("/bin/sh", "-c", Resources.text("hand.sh"), "guarantee-hand")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the signal to those that are still who they were, and tells to how many. */
    synchronized int send(String signal, Collection<Identity> targets) {
        String line = targets.stream().map(Identity::toString).collect(Collectors.joining(" ", signal + " ", "\n"));
        try {
            orders.write(line.getBytes(StandardCharsets.US_ASCII));
            orders.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("The shell that sends signals has ended.");
            }
            return Integer.parseInt(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has a process killed at the end of this harness, if it still lives then and whatever that end is. */
    void adopt(Identity process) {
        send("adopt", List.of(process));
    }

    void kill(Collection<Identity> targets) {
        send("KILL", targets);
    }

    boolean kill(Identity target) {
        return send("KILL", List.of(target)) > 0;
    }

    /** End of file is its end. */
    @Override
    public void close() {
        try {
            orders.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
