package io.github.managedservice.internal.diagnosis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Java exited with code 1: it could not start the program, or the main thread threw an exception. */
final class JavaExitHint implements Hint {

    private static final Pattern UNCAUGHT = Pattern.compile("^Exception in thread \"main\" (.+)");
    private static final Pattern JAR = Pattern.compile("^Error: Unable to access jarfile (.+)$");
    private static final Pattern CAUSE = Pattern.compile("^Caused by: (.+)");
    private static final Pattern FRAME = Pattern.compile("^\\s+(?:at |\\.\\.\\. \\d)");
    private static final Pattern PART_OF_TRACE = Pattern.compile("^\\s|^Caused by: ");

    /** Launcher (launcher.properties) and virtual machine (arguments.cpp). */
    private static final Pattern LAUNCHER = Pattern.compile(
            "^Error: (?:Unable to access jarfile|Could not find or load main class|Main method|LinkageError|Could not"
                    + " create the Java)|^no main manifest attribute, in|^Unrecognized (?:VM )?option|^Invalid"
                    + " (?:maximum|initial) heap size");

    @Override
    public Stream<String> from(Evidence evidence) {
        if (!evidence.exitedWith(1)) {
            return Stream.empty();
        }
        return Stream.concat(
                evidence.printed().find(LAUNCHER).stream()
                        .filter(found -> evidence.printed()
                                .find(ClassFileVersionHint.WORDS)
                                .isEmpty())
                        .map(found -> "Java could not start the program, main was never reached: " + found.quoted()
                                + missingJar(found, evidence.launched())),
                evidence.printed().find(UNCAUGHT).stream()
                        .map(found -> "the main thread threw " + found.shown(1)
                                + rootCause(found, evidence.printed())
                                        .map(cause -> "\nroot cause: " + cause.shown(1))
                                        .orElse(""))
                        .flatMap(String::lines));
    }

    /** The cause of this exception, not of one printed before or after it. */
    private static Optional<Printed.Found> rootCause(Printed.Found exception, Printed printed) {
        List<SeenLine> trace = new ArrayList<>();
        boolean afterFrame = false;
        int first = printed.lines().indexOf(exception.line()) + 1;
        for (SeenLine line : printed.lines().subList(first, printed.lines().size())) {
            // A message can have several lines, but after a frame only a frame or a cause continues the trace.
            if (afterFrame && !PART_OF_TRACE.matcher(line.text()).find()) {
                break;
            }
            trace.add(line);
            afterFrame = FRAME.matcher(line.text()).find();
        }
        return new Printed(trace, List.of()).findLast(CAUSE);
    }

    /** Java does not print where it looked. */
    private static String missingJar(Printed.Found found, Launched launched) {
        Matcher jar = JAR.matcher(found.line().text());
        if (!jar.find()) {
            return "";
        }
        Path file = launched.directory().resolve(jar.group(1));
        return Files.exists(file) ? "" : ". '" + file + "' does not exist";
    }
}
