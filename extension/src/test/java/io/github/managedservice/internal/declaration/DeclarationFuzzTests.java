package io.github.managedservice.internal.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.group.ServiceGroup;
import io.github.managedservice.service.ServiceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is declared is a value, or a mistake that names the element and shows its place. */
class DeclarationFuzzTests {

    private static final List<String> MARKS = List.of(
            "${",
            "$${",
            "}",
            ":-",
            "$",
            "port",
            "port.",
            "host",
            "java",
            "env.",
            "env.PATH",
            "sys.",
            "tempDir",
            "run.",
            "'",
            "\"",
            "\\",
            " ",
            "\t",
            "\n",
            "\r",
            "\0",
            "=",
            "/",
            "NAME",
            "(",
            ")",
            "[",
            "]",
            "{",
            "*",
            "+",
            "?",
            "|",
            "^",
            "\\Q",
            "\\E",
            "\\p{",
            "\\x{",
            "\\k<",
            "(?<name>",
            "(?<port>",
            "(?i",
            "&&",
            "http://",
            "https://",
            "tcp://",
            "://",
            ":",
            "//",
            "@",
            "%",
            "%4",
            "#",
            "?",
            "::1",
            "65536",
            "-1",
            "0",
            "9",
            "é",
            "日",
            "😀",
            "\uD83D",
            "\u202E");

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> marks = Arbitraries.of(MARKS);
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(4);
        return Arbitraries.frequencyOf(Tuple.of(5, marks), Tuple.of(1, any))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property
    void command(@ForAll("texts") String text) {
        verify(ServiceSpec.builder(text).name("run"), "command");
    }

    @Property
    void command_of_several_words(@ForAll("texts") String program, @ForAll("texts") String argument) {
        verify(ServiceSpec.builder(program, argument), "command");
    }

    @Property
    void probe_and_stop_command(@ForAll("texts") String first, @ForAll("texts") String second) {
        verify(declared().readyCommand(first).stopCommand(second), "readyCommand", "stopCommand");
    }

    @Property
    void pattern(@ForAll("texts") String text) {
        verify(declared().readyPattern(text).failurePattern(text), "readyPattern", "failurePattern");
    }

    @Property
    void environment_and_properties(@ForAll("texts") String first, @ForAll("texts") String second) {
        verify(declared().env("A=" + first, second).systemProperties(first), "env", "systemProperties");
    }

    @Property
    void url(@ForAll("texts") String text) {
        verify(declared().readyUrl(text), "readyUrl");
    }

    @Property
    void url_with_a_good_beginning(@ForAll("beginnings") String beginning, @ForAll("texts") String text) {
        verify(declared().readyUrl(beginning + text), "readyUrl");
    }

    @Provide
    Arbitrary<String> beginnings() {
        return Arbitraries.of("http://", "https://localhost", "tcp://${host}:", "http://${host}:${port}", "/", "${");
    }

    @Property
    void directory_name_signal_and_dependency(
            @ForAll("texts") String directory,
            @ForAll("texts") String name,
            @ForAll("texts") String signal,
            @ForAll("texts") String dependency) {
        verify(
                declared().directory(directory).name(name).stopSignal(signal).dependsOn(dependency),
                "directory",
                "name",
                "stopSignal",
                "dependsOn");
    }

    @Property
    void duration_and_port(@ForAll long seconds, @ForAll long nanos, @ForAll int port) {
        Duration duration = Duration.ofSeconds(seconds / 2, nanos);

        verify(declared().timeout(duration).stopTimeout(duration).port(port), "timeout", "stopTimeout", "port");
    }

    /** One that is good enough starts nothing, but all the rest of what is checked before a start. */
    private static void verify(ServiceSpec.Builder declared, String... elements) {
        try {
            ServiceSpec spec = declared.build();
            ServiceGroup.of("", List.of(spec), Optional.empty());
        } catch (IllegalArgumentException e) {
            verify(String.valueOf(e.getMessage()), elements);
        }
    }

    private static void verify(String message, String... elements) {
        assertThat(elements)
                .anyMatch(
                        element -> message.contains(" " + element + " = \"") || message.contains(" " + element + "["));
        List<String> lines = message.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).matches(" +\\^+")) {
                String quotation = lines.get(i - 1);
                assertThat(lines.get(i).length()).isLessThanOrEqualTo(quotation.codePointCount(0, quotation.length()));
            }
        }
    }

    private static ServiceSpec.Builder declared() {
        return ServiceSpec.builder("run");
    }
}
