package io.github.managedservice.internal.process;

import java.io.IOException;
import java.util.List;

/**
 * Knows how a child gets to see SIGQUIT.
 *
 * <p>Before JDK 20 every process started from Java inherits a mask that blocks it (JDK-8234262), so that most programs
 * could be asked by it in vain. The {@code env} of coreutils 8.31 and later takes it off, for one more exec.
 */
final class SignalMask {

    /** The words that go before a command; none where there is nothing to do, or nobody to do it. */
    static final List<String> UNBLOCK = unblock();

    private static final int UNBLOCKED_SINCE = 20;

    private SignalMask() {}

    private static List<String> unblock() {
        if (Runtime.version().feature() >= UNBLOCKED_SINCE || SystemPrograms.ENV.isEmpty()) {
            return List.of();
        }
        List<String> words = List.of(SystemPrograms.ENV.get(), "--default-signal=QUIT");
        return works(words) ? words : List.of();
    }

    // Without a command, env prints the environment.
    private static boolean works(List<String> words) {
        try {
            return new ProcessBuilder(words)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
