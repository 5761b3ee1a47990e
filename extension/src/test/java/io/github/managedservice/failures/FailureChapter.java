package io.github.managedservice.failures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Failures of one kind, as a source file of declarations tells them.
 *
 * @param title what they have in common
 * @param introduction more about that
 * @param cases the failures
 */
record FailureChapter(String title, String introduction, List<FailureCase> cases) {

    private static final Pattern HEAD =
            Pattern.compile("(?s)/\\*\\*\n \\* (.*?)\\.\n \\*\n \\* <p>(.*?)\n \\*/\nfinal");

    private static final Pattern CASE = Pattern.compile("(?s)\n    /\\*\\* (.*?) \\*/\n(.*?)    static class (\\w+)"
            + "(?: extends OneTest \\{\\}|( extends OneTest)? \\{\n(.*?\n)    \\})(?=\n)");

    FailureChapter {
        cases = List.copyOf(cases);
    }

    static FailureChapter of(Class<?> file) {
        String source = read(Path.of("src/test/java", file.getName().replace('.', '/') + ".java"));
        MatchResult head = first(HEAD, source);
        return new FailureChapter(
                head.group(1),
                head.group(2).replace("\n * ", "\n"),
                CASE.matcher(source)
                        .results()
                        .map(found -> failure(file, found))
                        .toList());
    }

    private static FailureCase failure(Class<?> file, MatchResult found) {
        String annotations = found.group(2);
        String body = found.group(5);
        String declaration =
                body == null ? annotations : annotations + "    class " + found.group(3) + " {\n" + body + "    }\n";
        try {
            return new FailureCase(
                    found.group(1),
                    declaration.indent(-4).stripTrailing(),
                    Class.forName(file.getName() + "$" + found.group(3)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MatchResult first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no " + pattern + " in " + text));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
