package io.github.managedservice.internal.diagnosis;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files and directories that a line of output mentions, and where one is to be that does not exist yet. */
final class MentionedPaths {

    private static final Pattern ABSOLUTE = Pattern.compile("(?<![\\w.:/])/[^\\s'\"`,;:()\\[\\]<>]+");

    private MentionedPaths() {}

    /** Of each path in the line that much of it which exists. */
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
