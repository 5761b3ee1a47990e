package io.github.managedservice.internal.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Access was denied to a place that is not writable or readable. */
final class UnwritableHint implements Hint {

    private static final Pattern DENIED = Pattern.compile(
            "^(?!.*\\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|HTTP)\\b).*(?:permission"
                    + " denied|EACCES|AccessDeniedException|read-only file system|EROFS)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SOCKET =
            Pattern.compile("\\b(?:bind|listen|socket|connect)", Pattern.CASE_INSENSITIVE);

    private static final int SHOWN = 3;

    @Override
    public Stream<String> from(Evidence evidence) {
        return evidence.printed()
                .all(DENIED)
                .flatMap(found -> places(found.line(), evidence.launched())
                        .distinct()
                        .filter(Files::exists)
                        .flatMap(place -> why(place).stream())
                        .map(why -> "the service was denied access: " + found.quoted() + ". " + why))
                .limit(SHOWN);
    }

    /** A line without a path can mean the working directory, unless it is about a socket. */
    private static Stream<Path> places(SeenLine line, Launched launched) {
        List<Path> mentioned = line.mentionedPaths().toList();
        return mentioned.isEmpty() && !SOCKET.matcher(line.text()).find()
                ? Stream.of(launched.directory())
                : mentioned.stream();
    }

    private static Optional<String> why(Path place) {
        if (isReadOnly(place)) {
            return Optional.of("'" + place + "' is on a file system that is mounted read-only");
        }
        String user = "The user '" + System.getProperty("user.name") + "' cannot ";
        if (!Files.isReadable(place)) {
            return Optional.of(user + (Files.isWritable(place) ? "read '" : "read or write '") + place + "'");
        }
        return Files.isWritable(place) ? Optional.empty() : Optional.of(user + "write '" + place + "'");
    }

    private static boolean isReadOnly(Path place) {
        try {
            return Files.getFileStore(place).isReadOnly();
        } catch (IOException e) {
            return false;
        }
    }
}
