package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** Says what shells mean by their own exit codes. */
final class ShellCodeHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        if (evidence.exitedWith(126)) {
            return Stream.of("exit code 126 means, from a shell, that a program was found but could not be run");
        }
        return evidence.exitedWith(127)
                ? Stream.of(
                        "exit code 127 means, from a shell, that a program was not found, and from the dynamic loader,"
                                + " that a library was not found")
                : Stream.empty();
    }
}
