package io.github.managedservice.internal.output;

import static io.github.managedservice.internal.output.OutputSource.STDOUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTests {

    private final List<String> lines = new ArrayList<>();
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
    void a_line_is_given_when_its_newline_has_come() {
        LineReader reader = new LineReader(log, 0);

        print.out("Server - ");
        readAll(reader);
        assertThat(lines).isEmpty();

        print.err("warning\n");
        print.out("Started\n");
        readAll(reader);
        assertThat(lines).containsExactly("warning", "Server - Started");
    }

    @Test
    void an_ended_source_has_no_unfinished_line() {
        LineReader reader = new LineReader(log, 0);
        print.out("last words");
        readAll(reader);

        reader.finish(STDOUT, (line, part) -> lines.add(line.text()));
        reader.finish(STDOUT, (line, part) -> lines.add(line.text()));

        assertThat(lines).containsExactly("last words");
    }

    @Test
    void an_unfinished_line_is_offered_when_it_is_quiet_and_once_each_time_it_grew() {
        LineReader reader = new LineReader(log, 0);
        print.out("log");
        readAll(reader);

        offer(reader, Long.MAX_VALUE);
        assertThat(lines).isEmpty();
        offer(reader, 0);
        offer(reader, 0);
        assertThat(lines).containsExactly("log");

        print.out("in: ");
        readAll(reader);
        offer(reader, 0);
        assertThat(lines).containsExactly("log", "login: ");
    }

    @Test
    void an_unfinished_line_from_before_the_mark_is_not_offered() {
        print.out("login: ");
        LineReader reader = new LineReader(log, log.position());
        print.err("warning\n");
        readAll(reader);

        offer(reader, 0);

        assertThat(lines).containsExactly("warning");
    }

    @Test
    void a_reader_knows_how_long_a_line_must_still_be_quiet() {
        LineReader reader = new LineReader(log, 0);
        assertThat(reader.nanosUntilQuiet(1_000_000_000)).isEqualTo(Long.MAX_VALUE);

        print.out("login: ");
        readAll(reader);

        assertThat(reader.nanosUntilQuiet(Long.MAX_VALUE / 2)).isBetween(1L, Long.MAX_VALUE / 2);
        assertThat(reader.nanosUntilQuiet(0)).isZero();
    }

    private void readAll(LineReader reader) {
        boolean more = true;
        while (more) {
            more = reader.advance(log.position(), (line, part) -> lines.add(line.text()));
        }
    }

    /** Refuses what it is shown, but notes it. */
    private void offer(LineReader reader, long quietNanos) {
        reader.offerQuiet(quietNanos, (line, part) -> {
            lines.add(line.text());
            return false;
        });
    }
}
