package io.github.managedservice.internal.output;

import static io.github.managedservice.internal.output.OutputSource.STDERR;
import static io.github.managedservice.internal.output.OutputSource.STDOUT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLogTests {

    private static final int MORE_THAN_MEMORY = 1024 * 1024;

    private OutputLog log;
    private Printing print;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        log = OutputLog.open(folder.resolve("orders.log"));
        print = new Printing(log);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void every_byte_of_both_streams_is_in_the_file() throws IOException {
        print.out("one\n");
        print.err("two");
        print.out("\u0000 three\r\n");

        assertThat(log.file()).hasContent("one\ntwo\u0000 three\r\n");
        assertThat(log.position()).isEqualTo(Files.size(log.file()));
    }

    @Test
    void lines_come_in_the_order_in_which_they_ended() {
        print.out("one ");
        print.err("two\n");
        print.out("three\n");

        assertThat(log.lines(0))
                .extracting(OutputLine::text, OutputLine::source)
                .containsExactly(tuple("two", STDERR), tuple("one three", STDOUT));
    }

    @Test
    void an_unfinished_last_line_is_a_line() {
        print.out("one\nlogin: ");

        assertThat(texts(log.lines(0))).containsExactly("one", "login: ");
    }

    @Test
    void lines_from_a_mark_leave_out_what_ended_before() {
        print.out("one\ntwo ");
        print.err("unfinished");
        long mark = log.position();

        print.out("three\nfour\n");

        assertThat(texts(log.lines(mark))).containsExactly("two three", "four");
    }

    @Test
    void nothing_comes_after_the_latest_mark() {
        print.out("one\ntwo");

        assertThat(log.lines(log.position())).isEmpty();
    }

    @Test
    void lines_after_a_restart_begin_afresh() {
        print.out("last words");
        log.end(STDOUT);
        log.reopen();
        print.out("first words\n");
        print.out("second words\n");

        assertThat(texts(log.lines(0))).containsExactly("last words", "first words", "second words");
        assertThat(texts(log.lines("last words".length()))).containsExactly("first words", "second words");
    }

    @Test
    void lines_that_memory_has_lost_come_from_the_file() {
        print.out("the first\n");
        print.out("x".repeat(MORE_THAN_MEMORY) + "\n");
        print.out("the last\n");

        assertThat(texts(log.lines(0))).containsExactly("the first", "x".repeat(LineAssembler.LIMIT), "the last");
    }

    @Test
    void the_tail_has_the_last_lines() {
        print.out("one\ntwo\nthree\nfour");

        assertThat(texts(log.tail(2))).containsExactly("three", "four");
        assertThat(texts(log.tail(9))).containsExactly("one", "two", "three", "four");
        assertThat(log.tail(0)).isEmpty();
    }

    @Test
    void the_tail_reaches_back_behind_a_long_line() {
        print.out("one\ntwo\n");
        print.out("x".repeat(MORE_THAN_MEMORY) + "\n");

        assertThat(texts(log.tail(2))).containsExactly("two", "x".repeat(LineAssembler.LIMIT));
    }

    @Test
    void what_is_in_memory_can_be_read_when_the_file_is_gone() throws IOException {
        print.out("lost\n".repeat(MORE_THAN_MEMORY / 5));
        print.out("kept\n");

        Files.delete(log.file());

        assertThat(texts(log.tail(2))).containsExactly("lost", "kept");
        assertThat(log.lines(0))
                .hasSizeBetween(1000, MORE_THAN_MEMORY / 10)
                .last()
                .matches(line -> line.text().equals("kept"));
    }

    @Test
    void what_comes_after_closing_is_kept_in_memory_only() {
        print.out("one\n");
        log.close();
        print.out("two\n");

        assertThat(log.file()).hasContent("one");
        assertThat(texts(log.lines(0))).containsExactly("one", "two");
    }

    @Test
    void an_interrupted_reader_does_no_harm() throws IOException {
        print.out("x".repeat(MORE_THAN_MEMORY) + "\n");

        Thread.currentThread().interrupt();
        List<OutputLine> lines = log.lines(0);

        assertThat(Thread.interrupted()).isTrue();
        print.out("more\n");
        assertThat(lines).hasSize(1);
        assertThat(log.writeFailure()).isEmpty();
        assertThat(Files.readString(log.file(), UTF_8)).endsWith("x\nmore\n");
    }

    private static List<String> texts(List<OutputLine> lines) {
        return lines.stream().map(OutputLine::text).toList();
    }
}
