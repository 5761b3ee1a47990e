package io.github.managedservice.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.text.CommandLineParser.QuotingException;
import io.github.managedservice.internal.text.CommandLineParser.Word;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class CommandLineFuzzTests {

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of("a", "${", "}", "'", "\"", "\\", " ", "\t", "\n", "$", "`", "é", "😀", "\0", ":-")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Property
    void a_line_has_words_or_a_place_where_something_is_missing(@ForAll("lines") String line) {
        try {
            assertThat(CommandLine.split(line)).allSatisfy(word -> assertStandsIn(line, word));
        } catch (QuotingException e) {
            assertThat(line.charAt(e.index())).isIn('\'', '"', '\\');
        }
    }

    private static void assertStandsIn(String line, Word word) {
        for (int i = 0; i < word.text().length(); i++) {
            assertThat(line.charAt(word.position(i))).isEqualTo(word.text().charAt(i));
        }
    }

    @Property
    void quoted_words_are_split_into_the_same_words(
            @ForAll @Size(min = 1, max = 4) List<@StringLength(max = 8) String> words) {
        String line = CommandLine.quote(words);

        assertThat(CommandLine.split(line)).extracting(Word::text).isEqualTo(words);
    }
}
