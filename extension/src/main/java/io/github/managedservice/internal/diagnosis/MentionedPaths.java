package io.github.managedservice.internal.diagnosis;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

final class MentionedPaths {

    private static final Pattern ABSOLUTE = Pattern.compile("(?<![\\w.:/])/[^\\s'\"`,;:()\\[\\]<>]+");

    private MentionedPaths() {}

    /** The files and directories that the line mentions; of a missing one, its nearest existing parent. */
    static Stream<Path> existing(SeenLine line) {
        return ABSOLUTE.matcher(line.text()).results().map(MatchResult::group).flatMap(MentionedPaths::existing);
    }

    private static Stream<Path> existing(String mentioned) {
        try {
            Path path = Path.of(mentioned);
            while (path != null && !Files.exists(path)) {
                path = path.getParent();
            }
            return Stream.ofNullable(path);
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }
}
