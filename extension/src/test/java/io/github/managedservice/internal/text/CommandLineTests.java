package io.github.managedservice.internal.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.managedservice.internal.text.CommandLineParser.QuotingException;
import io.github.managedservice.internal.text.CommandLineParser.Word;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTests {

    @Test
    void splits_at_blanks_and_line_ends() {
        List<String> words = words("  redis-server\t--port  6379\n --save\n");

        assertThat(words).containsExactly("redis-server", "--port", "6379", "--save");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n\t", "\\\n"})
    void finds_no_word_in_a_blank_line(String line) {
        assertThat(words(line)).isEmpty();
    }

    @DisabledOnOs(OS.WINDOWS)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a 'b c' d",
                "a\"b c\"d'e f'g",
                "'' \"\" a''b",
                "'a\\b' \"a\\b\" a\\b",
                "\"\\$HOME \\` \\\" \\\\ \\n\"",
                "one\\ word it\\'s",
                "'say \"hi\"' \"it's\"",
                "a\\\nb \"c\\\nd\" 'e\\\nf'",
                "'two\nlines'",
                "a=b --x=y a#b",
                "grüße '日本 語' 😀",
            })
    void splits_as_the_shell_does(String line) throws Exception {
        List<String> words = words(line);

        assertThat(words).isEqualTo(wordsSeenByTheShell(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$HOME", "${port}", "$(date)x", "`date`", "*", "~", "a|b", "a;b", "<in", "$", "${", "a${b"})
    void expands_nothing(String word) {
        assertThat(words(word)).containsExactly(word);
        assertThat(words('"' + word.replace("`", "\\`") + '"')).containsExactly(word);
    }

    @Test
    void keeps_a_braced_parameter_whole() {
        List<String> words = words("a ${x:-b c} \"${y:-\"d\" ${z}}\" '${q' r} ${s t");

        assertThat(words).containsExactly("a", "${x:-b c}", "${y:-\"d\" ${z}}", "${q", "r}", "${s", "t");
    }

    @Test
    void knows_where_in_the_line_each_character_stood() {
        String line = "a 'b c'\\d \"${e f}\"";

        List<Word> words = CommandLine.split(line);

        assertThat(words).extracting(Word::text).containsExactly("a", "b cd", "${e f}");
        assertThat(words).allSatisfy(word -> {
            for (int i = 0; i < word.text().length(); i++) {
                assertThat(line.charAt(word.position(i))).isEqualTo(word.text().charAt(i));
            }
        });
        assertThat(words.get(2).position(0)).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "echo it's late, 7, the quote ' is never closed",
                "a \"b\" \"c\\\", 6, the quote \" is never closed",
                "dir C:\\, 6, nothing follows the backslash",
            })
    void says_where_something_is_missing(String line, int index, String message) {
        assertThatExceptionOfType(QuotingException.class)
                .isThrownBy(() -> CommandLine.split(line))
                .withMessage(message)
                .returns(index, QuotingException::index);
    }

    @Test
    void quotes_only_where_needed() {
        List<String> words = List.of("redis-server", "--dir=/tmp/x", "a b", "", "it's", "$HOME", "grüße", "a=b", "*");

        String line = CommandLine.quote(words);

        assertThat(line).isEqualTo("redis-server --dir=/tmp/x 'a b' '' 'it'\\''s' '$HOME' grüße a=b '*'");
    }

    @Test
    void quotes_a_program_that_would_be_an_assignment() {
        assertThat(CommandLine.quote(List.of("A=b", "C=d"))).isEqualTo("'A=b' C=d");
    }

    @DisabledOnOs(OS.WINDOWS)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b", "it's", "''", "\"", "\\", "\\n", "$x", "`x`", "!x", "~", "#", "a\nb", "{a,b}", "a;b&", "é", "[a]"
            })
    void what_is_quoted_can_be_pasted_and_split_again(String word) throws Exception {
        String line = CommandLine.quote(List.of("program", word));

        assertThat(words(line)).containsExactly("program", word);
        assertThat(wordsSeenByTheShell(line)).containsExactly("program", word);
    }

    private static List<String> words(String line) {
        return CommandLine.split(line).stream().map(Word::text).toList();
    }

    private static List<String> wordsSeenByTheShell(String line) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-s").redirectErrorStream(true);
        shell.environment().put("LC_ALL", "C");
        Process process = shell.start();
        try (var script = process.outputWriter(UTF_8)) {
            script.write("for word in " + line + "; do printf '%s\\000' \"$word\"; done\n");
        }
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return List.of(output.substring(0, output.length() - 1).split("\0", -1));
    }
}
