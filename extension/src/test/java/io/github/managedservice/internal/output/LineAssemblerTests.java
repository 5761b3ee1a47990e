package io.github.managedservice.internal.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineAssemblerTests {

    private static final Instant EARLY = Instant.ofEpochMilli(1000);
    private static final Instant LATE = Instant.ofEpochMilli(2000);

    private final LineAssembler assembler = new LineAssembler(OutputSource.STDERR);
    private final List<OutputLine> lines = new ArrayList<>();

    @Test
    void a_line_carries_its_source_and_the_time_of_its_last_piece() {
        add("Server - ", EARLY);
        add("Started\n", LATE);

        assertThat(lines).containsExactly(new OutputLine("Server - Started", OutputSource.STDERR, LATE));
    }

    @Test
    void it_does_not_matter_where_reads_cut_the_output() {
        byte[] printed = "one\r\n\n\u001b[31mzwölf €\u001b[0m\n😀 \u0000 last".getBytes(UTF_8);

        for (int first = 0; first <= printed.length; first++) {
            for (int second = first; second <= printed.length; second++) {
                lines.clear();
                add(Arrays.copyOfRange(printed, 0, first), EARLY);
                add(Arrays.copyOfRange(printed, first, second), EARLY);
                add(Arrays.copyOfRange(printed, second, printed.length), EARLY);
                assembler.finish(lines::add);

                assertThat(texts()).containsExactly("one", "", "zwölf €", "😀 \u0000 last");
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
        assembler.finish(lines::add);

        assertThat(texts()).containsExactly("x".repeat(LineAssembler.LIMIT));
    }

    @Test
    void nothing_is_not_a_line() {
        add("one\n", EARLY);
        assembler.finish(lines::add);

        assertThat(texts()).containsExactly("one");
    }

    @Test
    void an_unfinished_line_that_was_refused_is_given_when_it_ends() {
        add("pass", EARLY);
        assembler.offer(line -> false);
        add("word:\nnext\n", EARLY);

        assertThat(texts()).containsExactly("password:", "next");
    }

    @Test
    void an_unfinished_line_that_was_taken_is_not_given_again() {
        add("pass", EARLY);
        assembler.offer(lines::add);
        add("word", EARLY);
        add(":\nnext\n", EARLY);

        assertThat(texts()).containsExactly("pass", "next");
    }

    private void add(String text, Instant at) {
        add(text.getBytes(UTF_8), at);
    }

    private void add(byte[] bytes, Instant at) {
        assembler.add(bytes, bytes.length, at, lines::add);
    }

    private List<String> texts() {
        return lines.stream().map(OutputLine::text).toList();
    }
}
