package io.github.managedservice.internal.diagnosis;

import java.util.stream.Stream;

/** What shells mean by their own exit codes. */
final class ShellCodeHint implements Hint {

    @Override
    public Stream<String> from(Evidence evidence) {
        if (evidence.exitedWith(126)) {
            return Stream.of(
                    "shells exit with code 126 when they have found a program but cannot run it, for example for"
                            + " want of execute permission" + hidden(evidence));
        }
        return evidence.exitedWith(127)
                ? Stream.of(
                        "shells exit with code 127 when they do not find a program, and the dynamic loader when it does"
                                + " not find a library" + hidden(evidence))
                : Stream.empty();
    }

    private static String hidden(Evidence evidence) {
        return evidence.launched().command().stream().anyMatch(word -> word.contains("/dev/null"))
                ? ". The command sends output to '/dev/null': without that, the output may name it"
                : "";
    }
}
