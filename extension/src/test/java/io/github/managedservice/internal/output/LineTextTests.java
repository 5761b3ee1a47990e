package io.github.managedservice.internal.output;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Server \u001b[32mStarted\u001b[0m",
                "Server \u001b[1;38;5;208mStarted\u001b[m",
                "\u001b[2K\u001b[1GServer Started",
                "\u001b[?25lServer Started\u001b[?25h",
                "\u001b]0;a title\u0007Server Started",
                "\u001b]8;;http://localhost/\u001b\\Server Started\u001b]8;;\u001b\\",
                "\u001bP1$r0m\u001b\\Server Started",
                "\u001b(BServer Started\u001b=",
                "\u001b7Server Started\u001b8",
                "Server \u001b\u001b[0mStarted",
                "Server \u001b[\u001b[0mStarted",
                "Server \u001b(\u001b[0mStarted\u001b[31" + "\u001b[m"
            })
    void terminal_sequences_are_removed(String printed) {
        assertThat(text(printed)).isEqualTo("Server Started");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\u0000b", "10%\r20%", "\u001b", "no end \u001b]0;title", "no end \u001b[3", "ä€😀"})
    void everything_else_is_kept(String printed) {
        assertThat(text(printed)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"^^[0m[2J, [2J", "^[^[0m2J, 2J", "^^[mc, c", "^[^[^[m3^[mJ, 3J", "^(^[mB, B", "^^^[m[m, [m"})
    void what_is_left_of_sequences_makes_no_new_one(String printed, String left) {
        assertThat(text(printed.replace('^', '\u001b'))).isEqualTo(left);
    }

    @Test
    void malformed_bytes_become_replacement_characters() {
        byte[] latin = "käse".getBytes(ISO_8859_1);

        assertThat(LineText.of(latin, 0, latin.length)).isEqualTo("k\ufffdse");
    }

    @Test
    @Timeout(20)
    void a_line_of_unfinished_sequences_is_not_slow() {
        String hostile = "\u001b]".repeat(32 * 1024);

        assertThat(text(hostile)).isEqualTo(hostile);
    }

    private static String text(String printed) {
        byte[] bytes = ("before" + printed + "after").getBytes(UTF_8);
        return LineText.of(bytes, 6, bytes.length - 11);
    }
}
