package io.github.managedservice.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "00, \\x00",
                "07, \\x07",
                "08, \\x08",
                "0b, \\x0b",
                "0d, \\x0d",
                "1b, \\x1b",
                "7f, \\x7f",
                "85, \\x85",
                "9b, \\x9b",
                "9f, \\x9f",
                "200f, \\u200f",
                "202e, \\u202e",
                "2066, \\u2066",
                "2069, \\u2069",
                "2028, \\u2028",
                "d800, \\ud800",
                "dfff, \\udfff",
                "fdd0, \\ufdd0",
                "feff, \\ufeff",
                "fffe, \\ufffe",
                "ffff, \\uffff",
                "1ffff, \\ud83f\\udfff"
            })
    void shows_what_would_act_on_whatever_displays_it(String character, String shown) {
        String text = "a" + Character.toString(Integer.parseInt(character, 16)) + "b";

        assertThat(VisibleText.of(text)).isEqualTo("a" + shown + "b");
        assertThat(VisibleText.line(text)).isEqualTo("a" + shown + "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\tb",
                "50% \\x00 \\",
                "naïve Straße, ελληνικά, русский",
                "日本語 中文 한국어",
                "שלום مرحبا",
                "می\u200cخواهم",
                "हिन्दी ไทย ខ្មែរ",
                "😀 👩\u200d💻 🇪🇺 e\u0301",
                "\u00a0\u00ad\ufffd"
            })
    void keeps_letters_of_any_script_and_tabs(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(text);
        assertThat(VisibleText.line(text)).isEqualTo(text);
    }

    @Test
    void keeps_line_breaks_only_in_a_text_of_several_lines() {
        assertThat(VisibleText.of("one\ntwo\r\nthree\rfour")).isEqualTo("one\ntwo\nthree\\x0dfour");
        assertThat(VisibleText.line("one\ntwo\r\n")).isEqualTo("one\\x0atwo\\x0d\\x0a");
    }

    @Test
    void shows_surrogates_that_are_in_the_wrong_order() {
        assertThat(VisibleText.of("\ude00\ud83d 😀")).isEqualTo("\\ude00\\ud83d 😀");
    }

    @Test
    void cuts_between_whole_characters() {
        assertThat(VisibleText.line("abc", 3)).isEqualTo("abc");
        assertThat(VisibleText.line("abcd", 3)).isEqualTo("abc…");
        assertThat(VisibleText.line("ab😀d", 3)).isEqualTo("ab…");
        assertThat(VisibleText.line("\u001b[31mred", 6)).isEqualTo("\\x1b[3…");
        assertThat(VisibleText.line("a\u001b[31mred", 4)).isEqualTo("a…");
    }

    @Test
    void leaves_nothing_that_xml_forbids() {
        String all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        // https://www.w3.org/TR/xml/#charsets
        assertThat(VisibleText.of(all).codePoints())
                .allMatch(character -> character == '\t'
                        || character == '\n'
                        || (character >= 0x20 && character <= 0xd7ff)
                        || (character >= 0xe000 && character <= 0xfffd)
                        || character >= 0x10000);
    }
}
