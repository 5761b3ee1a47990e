package io.github.managedservice.internal.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks whether a place that was denied can be written. */
final class UnwritableHint implements Hint {

    private static final Pattern DENIED = Pattern.compile(
            "permission denied|EACCES|AccessDeniedException|read-only file system|EROFS", Pattern.CASE_INSENSITIVE);

    @Override
    public Stream<String> from(Evidence evidence) {
        return evidence.printed()
                .all(DENIED)
                .flatMap(found -> Stream.concat(
                                MentionedPaths.existing(found.line()),
                                Stream.of(evidence.launched().directory()))
                        .distinct()
                        .filter(place -> Files.exists(place) && !Files.isWritable(place))
                        .map(place -> "the service was denied access: " + found.quoted() + ". " + why(place)));
    }

    private static String why(Path place) {
        return isReadOnly(place)
                ? "'" + place + "' is on a file system that is mounted read-only"
                : "The user '" + System.getProperty("user.name") + "' cannot write '" + place + "'";
    }

    private static boolean isReadOnly(Path place) {
        try {
            return Files.getFileStore(place).isReadOnly();
        } catch (IOException e) {
            return false;
        }
    }
}
