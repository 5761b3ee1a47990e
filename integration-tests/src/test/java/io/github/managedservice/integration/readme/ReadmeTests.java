package io.github.managedservice.integration.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.integration.readme.Document.Excerpt;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the code and the failures that the documentation shows against what the build compiles and runs. */
class ReadmeTests {

    /** The projects in the second and the third are built by the Invoker. */
    private static final List<Path> SOURCES =
            List.of(Path.of("src", "test", "java"), Path.of("src", "it"), Path.of("..", "examples"));

    private static final Pattern JAVA_BLOCK =
            Pattern.compile("^ *```java.*\\n((?:.*\\n)*?) *```", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    /** A script to save, not a command to type. */
    private static final Pattern SCRIPT_BLOCK =
            Pattern.compile("^```sh\\n((?:(?!```).*\\n)*set -eu\\n(?:(?!```).*\\n)*)```", Pattern.MULTILINE);

    private static final Pattern JAVADOC_BLOCK = Pattern.compile("<pre><code>\\n((?:.*\\n)*?) *\\* </code></pre>");
    private static final Pattern JAVADOC_MARGIN = Pattern.compile("^ *\\* ?", Pattern.MULTILINE);
    private static final Pattern IMPORT = Pattern.compile("^import .*;\\n", Pattern.MULTILINE);
    private static final Pattern START_FAILURE =
            Pattern.compile("^```text\\n(Service '(?:.*\\n)*?)```", Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @ParameterizedTest
    @MethodSource("javaBlocks")
    void java_is_taken_from_a_source_file_that_the_build_compiles(Excerpt block) {
        assertThat(SOURCES.stream()
                        .flatMap(folder -> Document.files(folder, ".java").stream())
                        .map(Document::read)
                        .anyMatch(source -> isTakenFrom(source, block)))
                .withFailMessage(
                        "%s: no file in %s has this Java, word for word. Put it into %s or a test of the "
                                + "guide, where it is compiled and run, or make both agree; white space does not count, and "
                                + "imports may be others of the same file.%n%s",
                        block.place(), SOURCES, ReadmeIT.class.getSimpleName(), block.text())
                .isTrue();
    }

    /** A class to copy has its imports right before it; in the source it may be one of several. */
    private static boolean isTakenFrom(Document source, Excerpt block) {
        String words = Document.words(source.text());
        List<String> imports = IMPORT.matcher(block.text())
                .results()
                .map(MatchResult::group)
                .map(Document::words)
                .toList();
        return words.contains(Document.words(IMPORT.matcher(block.text()).replaceAll("")))
                && imports.stream().allMatch(words::contains);
    }

    static Stream<Excerpt> javaBlocks() {
        // That page is written from sources that are compiled, by FailuresDocumentTests.
        Stream<Excerpt> pages = Stream.concat(Document.in("README.md"), Document.in("docs"))
                .filter(page -> !page.name().equals("docs/failures.md"))
                .flatMap(page -> page.excerpts(JAVA_BLOCK));
        Stream<Excerpt> javadoc = Document.in("extension/src/main/java", ".java")
                .flatMap(source -> source.excerpts(JAVADOC_BLOCK))
                .map(ReadmeTests::plain);
        return Stream.concat(pages, javadoc);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void a_script_is_one_that_the_tests_run(Excerpt script) {
        assertThat(Document.files(Path.of("src", "test", "resources"), ".sh").stream()
                        .map(Document::read)
                        .map(Document::text))
                .as(script.place())
                .contains(script.text());
    }

    static Stream<Excerpt> scripts() {
        return Document.in("docs").flatMap(page -> page.excerpts(SCRIPT_BLOCK));
    }

    private static Excerpt plain(Excerpt javadoc) {
        String text = JAVADOC_MARGIN.matcher(javadoc.text()).replaceAll("").replace("&#64;", "@");
        return new Excerpt(javadoc.place(), text);
    }

    @ParameterizedTest
    @MethodSource("startFailures")
    void a_failure_is_quoted_from_those_that_were_seen(Excerpt failure) {
        String seen = Document.in("docs/failures.md").findFirst().orElseThrow().text();

        assertThat(withoutNumbers(seen)).as(failure.place()).contains(withoutNumbers(failure.text()));
    }

    static Stream<Excerpt> startFailures() {
        return Document.in("docs/guide").flatMap(page -> page.excerpts(START_FAILURE));
    }

    /** Times, pids and ports are others whenever that page is written anew. */
    private static String withoutNumbers(String text) {
        return NUMBER.matcher(text).replaceAll("0");
    }
}
