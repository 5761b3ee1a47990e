package io.github.managedservice.integration.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.managedservice.ManagedService;
import io.github.managedservice.service.ServiceGroup;
import io.github.managedservice.service.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what the documentation shows against what the build compiles and the library knows. */
class ReadmeTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** The projects in the second are built by the Invoker. */
    private static final List<Path> SOURCES = List.of(Path.of("src", "test", "java"), Path.of("src", "it"));

    private static final Pattern JAVA_BLOCK =
            Pattern.compile("^ *```java.*\\n((?:.*\\n)*?) *```", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final Pattern ANNOTATION = Pattern.compile("`@(\\w+)");
    private static final Pattern ELEMENT = Pattern.compile("`([a-z]+[A-Z]\\w*)`");
    private static final Pattern PLACEHOLDER = Pattern.compile("`(\\$\\{[^}]+})`");
    private static final Pattern WORD = Pattern.compile("\\w+|\\S");

    @ParameterizedTest
    @MethodSource("javaBlocks")
    void java_is_taken_from_a_source_file_that_the_build_compiles(Excerpt block) throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path folder : SOURCES) {
            for (Path file : files(folder, ".java")) {
                sources.add(words(Files.readString(file)));
            }
        }

        assertThat(sources.stream().anyMatch(source -> source.contains(words(block.text()))))
                .withFailMessage(
                        "%s: no file of integration-tests in %s has this Java, word for word. Put it into %s, where it is "
                                + "compiled and run, or make both agree; white space does not count.%n%s",
                        block.place(), SOURCES, ReadmeIT.class.getSimpleName(), block.text())
                .isTrue();
    }

    static Stream<Excerpt> javaBlocks() throws IOException {
        // That page is written from sources that are compiled, by FailuresDocumentTests.
        return excerpts(JAVA_BLOCK, ROOT.resolve("README.md"), ROOT.resolve("docs"))
                .filter(block -> !block.place().startsWith("docs/failures.md:"));
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void an_annotation_exists(Excerpt name) {
        String type = ManagedService.class.getPackageName() + "." + name.text();

        assertThatCode(() -> Class.forName(type)).as(name.place()).doesNotThrowAnyException();
    }

    static Stream<Excerpt> annotations() throws IOException {
        return excerpts(ANNOTATION, ROOT.resolve("README.md"));
    }

    @ParameterizedTest
    @MethodSource("elements")
    void an_element_exists(Excerpt name) {
        assertThat(ManagedService.class.getDeclaredMethods())
                .as(name.place())
                .extracting("name")
                .contains(name.text());
    }

    static Stream<Excerpt> elements() throws IOException {
        return excerpts(ELEMENT, ROOT.resolve("README.md"));
    }

    @ParameterizedTest
    @MethodSource("placeholders")
    void a_placeholder_is_known(Excerpt placeholder) {
        ServiceSpec redis =
                ServiceSpec.builder("redis-server", "${port}").name("redis").build();
        ServiceSpec shop = ServiceSpec.builder("shop", placeholder.text()).build();

        assertThatCode(() -> ServiceGroup.of("README", List.of(redis, shop), Optional.empty())
                        .close())
                .as(placeholder.place())
                .doesNotThrowAnyException();
    }

    static Stream<Excerpt> placeholders() throws IOException {
        return excerpts(PLACEHOLDER, ROOT.resolve("README.md"));
    }

    private static Stream<Excerpt> excerpts(Pattern pattern, Path... places) throws IOException {
        List<Excerpt> excerpts = new ArrayList<>();
        for (Path place : places) {
            for (Path document : files(place, ".md")) {
                String text = Files.readString(document);
                String name = ROOT.relativize(document).toString();
                pattern.matcher(text)
                        .results()
                        .map(found -> Excerpt.of(name, text, found))
                        .forEach(excerpts::add);
            }
        }
        return excerpts.stream();
    }

    private static List<Path> files(Path place, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** The text with the same space everywhere, so that its layout does not count. */
    private static String words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.joining(" "));
    }

    /** A piece of a document, and where it begins. */
    private record Excerpt(String place, String text) {

        static Excerpt of(String document, String text, MatchResult found) {
            long line = text.substring(0, found.start() + 1).lines().count();
            return new Excerpt(document + ":" + line, found.group(1));
        }

        @Override
        public String toString() {
            return place + " " + text.lines().findFirst().orElse("");
        }
    }
}
