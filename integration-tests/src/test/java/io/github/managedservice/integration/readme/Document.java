package io.github.managedservice.integration.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page that people read.
 *
 * @param name its path in the repository
 * @param text what it says
 */
record Document(String name, String text) {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** In a page for those who come from other tools, what they wrote with those. */
    private static final Pattern FIRST_CELL = Pattern.compile("^\\|[^|\\n]*\\|", Pattern.MULTILINE);

    private static final Pattern WORD = Pattern.compile("\\w+|\\S");

    /** The pages of a folder and those below, or the page that the path leads to. */
    static Stream<Document> in(String place) {
        return in(place, ".md");
    }

    /** The same of files with another ending. */
    static Stream<Document> in(String place, String ending) {
        return files(ROOT.resolve(place), ending).stream().map(Document::read);
    }

    static Document read(Path file) {
        try {
            return new Document(ROOT.relativize(file.toAbsolutePath()).toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path place, String ending) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with the same space everywhere, so that its layout does not count. */
    static String words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.joining(" "));
    }

    /** The same page without the first column of its tables. */
    Document withoutFirstCells() {
        return new Document(name, FIRST_CELL.matcher(text).replaceAll("|"));
    }

    /** All that the pattern's group matches. */
    Stream<Excerpt> excerpts(Pattern pattern) {
        return pattern.matcher(text).results().map(this::excerpt);
    }

    private Excerpt excerpt(MatchResult found) {
        long line = text.substring(0, found.start() + 1).lines().count();
        return new Excerpt(name + ":" + line, found.group(1));
    }

    /** A piece of a page, and where it begins. */
    record Excerpt(String place, String text) {
        @Override
        public String toString() {
            return place + " " + text.lines().findFirst().orElse("");
        }
    }
}
