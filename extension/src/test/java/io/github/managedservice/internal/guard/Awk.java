package io.github.managedservice.internal.guard;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs that are called awk on one machine or the other. */
enum Awk {
    MAWK("mawk"),
    GAWK("gawk"),
    BUSYBOX("busybox awk"),
    ONE_TRUE_AWK("original-awk");

    private final String command;

    Awk(String command) {
        this.command = command;
    }

    /** As shell text. */
    String command() {
        return command;
    }

    /** Whether it sees more of an environment than its first variable. */
    boolean readsNul() {
        return this == MAWK || this == GAWK;
    }

    /** Ends a test that needs it where it is missing. */
    void assumeThere() {
        assumeTrue(isThere(), () -> "there is no " + this);
    }

    /** Begins to run a program, as the guard does. */
    Process start(Path program) throws Exception {
        assumeThere();
        List<String> words = new ArrayList<>(words());
        words.addAll(List.of("-f", program.toString()));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put(GuardProcess.GIVEN_VARIABLE, "C");
        return builder.start();
    }

    private boolean isThere() {
        return Files.isExecutable(Path.of("/usr/bin", words().get(0)))
                || Files.isExecutable(Path.of("/bin", words().get(0)));
    }

    private List<String> words() {
        return List.of(command.split(" ", -1));
    }
}
