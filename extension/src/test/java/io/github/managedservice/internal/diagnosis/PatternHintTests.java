package io.github.managedservice.internal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternHintTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server READY | Server ready | the line \"server READY\" does not match \"Server ready\" because of upper and lower case: write \"(?i)Server ready\" in Java source",
                "up (8080) | up (8080) | the line \"up (8080)\" does not match \"up (8080)\" because of ( ), which a regular expression takes for something else: write \"up \\\\(8080\\\\)\" in Java source",
                "now ready. | ^ready$ | the line \"now ready.\" does not match \"^ready$\" because of ^ and $, which want the whole line: write \"ready\" in Java source",
                "now ready. | ready$ | the line \"now ready.\" does not match \"ready$\" because of $, which wants the end of the line: write \"ready\" in Java source",
                "now ready. | ^ready | the line \"now ready.\" does not match \"^ready\" because of ^, which wants the start of the line: write \"ready\" in Java source",
                "v1.2 up | v1\\\\.2 up | the line \"v1.2 up\" does not match \"v1\\\\.2 up\" because the pattern has two backslashes where one is meant: write \"v1\\\\.2 up\" in Java source",
                "all  green | all green | the line \"all  green\" does not match \"all green\" because white space differs: write \"all\\\\h+green\" in Java source",
                "green up | \\e\\[32mgreen\\e\\[0m | the line \"green up\" does not match \"\\e\\[32mgreen\\e\\[0m\" because colours are taken out of lines before these are looked at: write \"green\" in Java source",
                "Server started | Server startet | the line \"Server started\" is nearest to \"Server startet\", with 1 character different"
            })
    void shows_the_nearest_line(String line, String pattern, String hint) {
        assertThat(hints(pattern, "other", line)).containsExactly(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Größe bereit$ | Gr\ufffd\ufffde bereit",
                "^caf[éè] | caf\ufffd ouvert",
                "^\\p{L}+ ouvert | caf\ufffd ouvert",
                "\\d € bereit | 5 \ufffd bereit"
            })
    void says_that_a_line_is_in_another_charset(String pattern, String line) {
        assertThat(hints(pattern, line))
                .containsExactly(
                        "the line \"" + line + "\" would match \"" + pattern + "\", but it is not UTF-8: the service"
                                + " prints another charset, such as ISO-8859-1; start it with LC_ALL=C.UTF-8, or Java with"
                                + " -Dstdout.encoding=UTF-8 (before 18: -Dfile.encoding=UTF-8)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"U~p~ ~8~0~", "\ufffd\ufffdU~p~ ~8~0~", "~U~p~ ~8~0~"})
    void says_that_a_line_is_in_utf_16(String line) {
        assertThat(hints("^Up \\d+$", line.replace('~', '\0'), "\0"))
                .containsExactly(
                        "the line \"Up 80\" would match \"^Up \\d+$\", but every other byte of it is NUL: the service"
                                + " prints UTF-16, and only UTF-8 is read");
    }

    @Test
    void looks_for_the_nearest_line_among_very_many() {
        Stream<String> lines = IntStream.range(0, 1500).mapToObj("%099d"::formatted);

        assertThat(hints(
                        "Server startet",
                        Stream.concat(Stream.of("Server started"), lines).toArray(String[]::new)))
                .containsExactly(
                        "the line \"Server started\" is nearest to \"Server startet\", with 1 character different");
    }

    @Test
    void says_nothing_of_lines_that_are_not_near() {
        assertThat(hints("Accepting connections", "starting")).isEmpty();
    }

    private static List<String> hints(String pattern, String... lines) {
        return SeenStart.exited(1).awaitingLine(pattern).printed(lines).hints();
    }
}
