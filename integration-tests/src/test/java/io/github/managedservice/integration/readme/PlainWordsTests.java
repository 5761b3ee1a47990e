package io.github.managedservice.integration.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Finds words that make prose read as translated, as far as a pattern can find them. */
class PlainWordsTests {

    /** Phrases in which such a word is right, one a line. */
    private static final Path ALLOWED = Path.of("src", "test", "resources", "plain-words-allowed.txt");

    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\\n]*`|^ {4}.*$");
    private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
    private static final Pattern JAVADOC_CODE = Pattern.compile("(?s)<pre>.*?</pre>|\\{@code[^}]*}");

    private static final List<Pattern> TICS = Stream.of(
                    // as "because"
                    "[,;:] for (?!example|instance)",
                    // "except", "without"
                    "but for",
                    // "should", "must"
                    "(?:is|are|was|were) to(?= [a-z])",
                    // of a process or a program
                    "who|whom|whoever|nobody|somebody",
                    "counted",
                    "ours|us",
                    "bears?",
                    "content with",
                    "for ever",
                    "slips?",
                    "strangers?",
                    "can be meant",
                    "wants to be",
                    "in whatever|of whatever")
            .map(tic -> Pattern.compile("(?i)(?<![\\w'])(?:" + tic + ")(?!\\w)"))
            .toList();

    @ParameterizedTest
    @MethodSource("pages")
    void has_none_of_the_tics(Document page) throws IOException {
        List<String> allowed = Files.readAllLines(ALLOWED);
        String prose = allowed.stream()
                .filter(phrase -> !phrase.isBlank() && !phrase.startsWith("#"))
                .reduce(page.text().replaceAll("\\s+\\*? *", " "), (text, phrase) -> text.replace(phrase, "✓"));

        assertThat(TICS.stream()
                        .flatMap(tic -> tic.matcher(prose).results())
                        .map(found -> prose.substring(
                                Math.max(0, found.start() - 40), Math.min(prose.length(), found.end() + 40))))
                .as(page.name())
                .isEmpty();
    }

    static Stream<Named<Document>> pages() {
        Stream<Document> pages = Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "docs")
                .flatMap(Document::in)
                // Written by running the failures.
                .filter(page -> !page.name().equals("docs/failures.md"))
                .map(page -> new Document(page.name(), CODE.matcher(page.text()).replaceAll("✓")));
        Stream<Document> javadoc = Stream.of("", "/service")
                .flatMap(folder -> Document.in("extension/src/main/java/io/github/managedservice" + folder, ".java"))
                .distinct()
                .filter(source ->
                        !source.name().contains("/internal/") && source.text().contains("\npublic "))
                .map(PlainWordsTests::javadoc);
        return Stream.concat(pages, javadoc).map(page -> Named.of(page.name(), page));
    }

    private static Document javadoc(Document source) {
        String text = JAVADOC.matcher(source.text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining("\n"));
        return new Document(source.name(), JAVADOC_CODE.matcher(text).replaceAll("✓"));
    }
}
