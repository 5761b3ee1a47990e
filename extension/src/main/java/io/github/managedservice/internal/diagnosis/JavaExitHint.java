package io.github.managedservice.internal.diagnosis;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what Java's exit code 1 stands for, by the words of its launcher. */
final class JavaExitHint implements Hint {

    private static final Pattern UNCAUGHT = Pattern.compile("^Exception in thread \"main\" ");
    private static final Pattern CAUSE = Pattern.compile("^Caused by: ");

    /** As the launcher says it (launcher.properties), and the virtual machine (arguments.cpp). */
    private static final Pattern LAUNCHER = Pattern.compile(
            "^Error: (?:Unable to access jarfile|Could not find or load main"
                    + " class|Main method|LinkageError|Could not create the Java)"
                    + "|^no main manifest attribute, in|^Unrecognized (?:VM )?option|^Invalid (?:maximum|initial) heap size");

    @Override
    public Stream<String> from(Evidence evidence) {
        if (!evidence.exitedWith(1)) {
            return Stream.empty();
        }
        return Stream.concat(
                evidence.printed().find(LAUNCHER).stream()
                        .map(found ->
                                "exit code 1 with this line is Java's own: main was never reached: " + found.quoted()),
                evidence.printed().find(UNCAUGHT).stream()
                        .map(found -> "exit code 1 with this line is Java's own: main ended with an exception: "
                                + found.quoted()
                                + evidence.printed()
                                        .findLast(CAUSE)
                                        .map(cause -> "; root cause: " + cause.quoted())
                                        .orElse("")));
    }
}
