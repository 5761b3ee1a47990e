package io.github.managedservice.internal.process;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A number in the arguments of test processes, by which they are found without any help from the code under test.
 *
 * @param digits the number, unlike any other on this machine
 */
public record Token(String digits) {

    public static Token next() {
        return new Token(Long.toString(ThreadLocalRandom.current().nextLong(1L << 60, Long.MAX_VALUE)));
    }

    /** An argument for {@code sleep} that bears the token. */
    public String longTime() {
        return "1000." + digits;
    }

    /** The living processes with the token in their arguments; a zombie has none. */
    public List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(digits))
                .toList();
    }
}
