package io.github.managedservice.internal.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program has too many files open. */
final class OpenFilesHint implements Hint {

    /** strerror(3) of EMFILE; inotify_init(2) also uses it, and the text of ENFILE begins with the same words. */
    private static final Pattern TOO_MANY = Pattern.compile(
            "^(?!.*(?:inotify|, watch)).*(?:too many open files(?! in system)|EMFILE)", Pattern.CASE_INSENSITIVE);

    private static final Pattern INOTIFY = Pattern.compile(
            "(?:inotify|, watch).*(?:too many open files|EMFILE)|(?:too many open files|EMFILE).*(?:inotify|, watch)",
            Pattern.CASE_INSENSITIVE);

    private static final String LIMIT = "Max open files";

    @Override
    public Stream<String> from(Evidence evidence) {
        return Stream.concat(inotify(evidence.printed()), descriptors(evidence.printed()));
    }

    private static Stream<String> inotify(Printed printed) {
        return printed.find(INOTIFY).stream()
                .map(found -> "the user has too many inotify instances, or the service too many files open: "
                        + found.quoted()
                        + ". Compare 'sysctl fs.inotify.max_user_instances' with what other programs of the"
                        + " user watch");
    }

    private static Stream<String> descriptors(Printed printed) {
        return printed.find(TOO_MANY).stream()
                .map(found -> "the service ran out of file descriptors: " + found.quoted() + ". "
                        + limit().map(limit -> "The service inherits a limit of " + limit
                                        + " from this JVM: look whether the command or a script it calls"
                                        + " lowers 'ulimit -n'. ")
                                .orElse("")
                        + "Look for files and sockets that are never closed before you raise the limit");
    }

    /** The soft limit of a child of this JVM: the first of two numbers (proc(5)). */
    private static Optional<String> limit() {
        try (Stream<String> limits = Files.lines(Path.of("/proc/self/limits"))) {
            return limits.filter(line -> line.startsWith(LIMIT))
                    .map(line -> line.substring(LIMIT.length()).strip().split("\\s+", 2)[0])
                    .findFirst();
        } catch (IOException notTold) {
            return Optional.empty();
        }
    }
}
