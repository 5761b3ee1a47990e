package io.github.managedservice.internal.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.output.LineTaker.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineAssemblerTests {

    private static final Instant EARLY = Instant.ofEpochMilli(1000);
    private static final Instant LATE = Instant.ofEpochMilli(2000);

    private final LineAssembler assembler = new LineAssembler(OutputSource.STDERR, LineAssembler.LIMIT);
    private final List<OutputLine> lines = new ArrayList<>();
    private final LineTaker taker = LineTaker.once(lines::add);

    @Test
    void a_line_carries_its_source_and_the_time_of_its_last_piece() {
        add("Server - ", EARLY);
        add("Started\n", LATE);

        assertThat(lines).containsExactly(new OutputLine("Server - Started", OutputSource.STDERR, LATE));
    }

    @Test
    void it_does_not_matter_where_reads_cut_the_output() {
        byte[] printed = "one\r\n\n\r10%\r20%\r\r\n\u001b[31mzwölf €\u001b[0m\n😀 \u0000 last".getBytes(UTF_8);

        for (int first = 0; first <= printed.length; first++) {
            for (int second = first; second <= printed.length; second++) {
                lines.clear();
                add(Arrays.copyOfRange(printed, 0, first), EARLY);
                add(Arrays.copyOfRange(printed, first, second), EARLY);
                add(Arrays.copyOfRange(printed, second, printed.length), EARLY);
                assembler.finish(taker);

                assertThat(texts()).containsExactly("one", "", "10%", "20%", "zwölf €", "😀 \u0000 last");
            }
        }
    }

    @Test
    void a_line_of_64_KiB_is_whole() {
        String longest = "x".repeat(LineAssembler.LIMIT);

        add(longest + "\n" + longest, EARLY);
        add("\nnext\n", EARLY);

        assertThat(texts()).containsExactly(longest, longest, "next");
    }

    @Test
    void a_longer_line_is_cut_and_its_rest_dropped() {
        String longest = "x".repeat(LineAssembler.LIMIT);

        add(longest, EARLY);
        add("yy", EARLY);
        add("zz\n" + longest + "yy\nnext\n", EARLY);

        assertThat(texts()).containsExactly(longest, longest, "next");
    }

    @Test
    void a_line_that_never_ends_is_given_once() {
        for (int piece = 0; piece < 100; piece++) {
            add("x".repeat(10_000), EARLY);
        }
        assembler.finish(taker);

        assertThat(texts()).containsExactly("x".repeat(LineAssembler.LIMIT));
    }

    @Test
    void nothing_is_not_a_line() {
        add("one\n", EARLY);
        assembler.finish(taker);

        assertThat(texts()).containsExactly("one");
    }

    @Test
    void an_unfinished_line_that_was_refused_is_given_when_it_ends() {
        add("pass", EARLY);
        assembler.offer(LineTaker.NONE);
        add("word:\nnext\n", EARLY);

        assertThat(texts()).containsExactly("password:", "next");
    }

    @Test
    void an_unfinished_line_that_was_taken_is_not_given_again() {
        add("pass", EARLY);
        assembler.offer(taker);
        add("word", EARLY);
        add(":\nnext\n", EARLY);

        assertThat(texts()).containsExactly("pass", "next");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "10%~20%~up`|10%,20%,up",
                "~10%~20%~|10%,20%",
                "one~`two~`|one,two",
                "one~`~`two`|one,,two",
                "one~~`two|one,two",
                "``|,",
                "~`|''",
                "10%~^[Kup~^[K`next|10%,up,next",
                "up~^[0m`next|up,next",
                "^[0m`up|,up"
            })
    void a_carriage_return_ends_a_line_and_makes_no_empty_one(String printed, String expected) {
        add(printed.replace('~', '\r').replace('`', '\n').replace('^', '\u001b'), EARLY);
        assembler.finish(taker);

        assertThat(String.join(",", texts())).isEqualTo(expected);
    }

    @Test
    void an_unfinished_line_of_nothing_after_a_carriage_return_is_not_offered() {
        add("10%\r\u001b[K", EARLY);
        assembler.offer(taker);
        add("up", EARLY);
        assembler.offer(taker);

        assertThat(texts()).containsExactly("10%", "up");
    }

    @Test
    void a_line_that_is_longer_than_the_window_is_given_in_parts_that_overlap() {
        LineAssembler windows = new LineAssembler(OutputSource.STDOUT, 100 * 1024);
        String printed = IntStream.range(0, 50_000).mapToObj(" %05d"::formatted).collect(Collectors.joining());
        List<Part> parts = new ArrayList<>();
        StringBuilder joined = new StringBuilder();

        windows.add((printed + "\nnext\n").getBytes(UTF_8), printed.length() + 6, EARLY, (line, part) -> {
            parts.add(part);
            joined.append(
                    line.text(),
                    part.beginsLine() ? 0 : LineAssembler.OVERLAP,
                    line.text().length());
            return false;
        });

        assertThat(joined.toString()).isEqualTo(printed + "next");
        assertThat(parts)
                .startsWith(Part.FIRST, Part.NEXT)
                .endsWith(Part.NEXT, Part.LAST, Part.WHOLE)
                .hasSizeBetween(5, 8);
    }

    @Test
    void of_a_line_that_was_taken_no_other_part_is_given() {
        LineAssembler windows = new LineAssembler(OutputSource.STDOUT, 100 * 1024);
        byte[] printed = ("x".repeat(1_000_000) + "\nnext\n").getBytes(UTF_8);

        windows.add(printed, printed.length, EARLY, taker);

        assertThat(lines).extracting(line -> line.text().length()).containsExactly(100 * 1024, 4);
    }

    private void add(String text, Instant at) {
        add(text.getBytes(UTF_8), at);
    }

    private void add(byte[] bytes, Instant at) {
        assembler.add(bytes, bytes.length, at, taker);
    }

    private List<String> texts() {
        return lines.stream().map(OutputLine::text).toList();
    }
}
