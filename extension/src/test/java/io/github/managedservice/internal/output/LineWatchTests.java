package io.github.managedservice.internal.output;

import static io.github.managedservice.internal.output.OutputSource.STDERR;
import static io.github.managedservice.internal.output.OutputSource.STDOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LineWatchTests {

    static final String THREAD = "service-orders-watch";

    OutputLog log;
    Printing print;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        log = OutputLog.open(folder.resolve("orders.log"));
        print = new Printing(log);
    }

    @AfterEach
    void no_thread_is_left() {
        log.close();
        // Threads are listed first and asked for their traces then: of two that hand over meanwhile neither is in the
        // answer.
        Eventually.holds(() -> Stream.of(1, 2).noneMatch(look -> isThreadThere()));
    }

    private static boolean isThreadThere() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(THREAD));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void sees_the_ready_line_of_a_process() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "echo starting; echo 'listening on port 4711' >&2").start();
        OutputPump out = OutputPump.start("service-orders-stdout", process.getInputStream(), STDOUT, log);
        OutputPump err = OutputPump.start("service-orders-stderr", process.getErrorStream(), STDERR, log);

        try (LineWatch watch = watch(0, "port (?<port>\\d+)", 1)) {
            LineMatch match = result(watch);

            assertThat(match.line().text()).isEqualTo("listening on port 4711");
            assertThat(match.line().source()).isEqualTo(STDERR);
            assertThat(match.groups()).isEqualTo(Map.of("port", "4711"));
        }
        assertThat(out.join(Eventually.LIMIT)).isTrue();
        assertThat(err.join(Eventually.LIMIT)).isTrue();
    }

    @Test
    void finds_what_was_printed_before_it_began() throws Exception {
        print.out("Server - Started\n");

        try (LineWatch watch = watch(0, "Started", 1)) {
            assertThat(result(watch).line().text()).isEqualTo("Server - Started");
        }
    }

    @Test
    void leaves_out_what_was_printed_before_the_mark() throws Exception {
        print.out("started 1\n");

        try (LineWatch watch = watch(log.position(), "started", 1)) {
            print.out("started 2\n");

            assertThat(result(watch).line().text()).isEqualTo("started 2");
        }
    }

    @Test
    void gives_the_line_that_completes_the_number() throws Exception {
        try (LineWatch watch = watch(0, "ready", 3)) {
            print.out("ready 1 ready\nnot yet\nready 2\n");
            print.err("ready 3\nready 4\n");

            assertThat(result(watch).line().text()).isEqualTo("ready 3");
            assertThat(watch.matches()).isEqualTo(3);
            assertThat(watch.linesSeen()).isEqualTo(4);
        }
    }

    @Test
    void finds_a_prompt_without_a_newline() throws Exception {
        try (LineWatch watch = watch(0, "> $", 1)) {
            print.out("mysql> ");

            assertThat(result(watch).line().text()).isEqualTo("mysql> ");
        }
    }

    @Test
    void finds_a_prompt_while_the_other_stream_chatters() throws Exception {
        try (LineWatch watch = watch(0, "> $", 1)) {
            print.out("mysql> ");

            Eventually.holds(() -> {
                print.err("chatter\n");
                return watch.result().isDone();
            });

            assertThat(result(watch).line().text()).isEqualTo("mysql> ");
        }
    }

    @Test
    void counts_a_line_once_that_was_found_unfinished() throws Exception {
        try (LineWatch watch = watch(0, "ready|done", 2)) {
            print.out("ready");
            Eventually.holds(() -> watch.matches() == 1);
            print.out(" now\ndone\n");

            assertThat(result(watch).line().text()).isEqualTo("done");
        }
    }

    @Test
    void finds_the_last_words_of_a_stream_that_ended() throws Exception {
        try (LineWatch watch = watch(0, "port (?<port>\\d+)", 1)) {
            print.out("port 4711");
            log.end(STDOUT);

            assertThat(result(watch).groups()).isEqualTo(Map.of("port", "4711"));
        }
    }

    @Test
    void goes_on_after_a_restart() throws Exception {
        try (LineWatch watch = watch(0, "^started", 2)) {
            print.out("started");
            log.end(STDOUT);
            log.end(STDERR);
            log.reopen();
            print.out("started again\n");

            assertThat(result(watch).line().text()).isEqualTo("started again");
        }
    }

    @Test
    void falls_back_on_the_file_when_it_is_slower_than_the_service() throws Exception {
        for (int line = 0; line < 100_000; line++) {
            print.out("line " + line + "\n");
        }

        try (LineWatch watch = watch(0, "line (?:7|99999)$", 2)) {
            assertThat(result(watch).line().text()).isEqualTo("line 99999");
            assertThat(watch.linesSeen()).isEqualTo(100_000);
        }
    }

    @Test
    void a_pattern_that_backtracks_for_ever_is_reported_and_can_be_stopped() {
        LineWatch watch = watch(0, "(?:x+x+)+y", 1);
        print.out("fine\n" + "x".repeat(5_000) + "\nnever reached\n");

        Eventually.holds(watch::isBacktracking);
        assertThat(watch.linesSeen()).isEqualTo(2);
        print.out("drained all the same\n");
        assertThat(log.tail(1)).extracting(OutputLine::text).containsExactly("drained all the same");

        watch.close();

        Eventually.holds(() -> !watch.isBacktracking());
        assertThat(watch.result()).isNotDone();
    }

    @Test
    void is_not_busy_while_it_waits() throws Exception {
        try (LineWatch watch = watch(0, "never", 1)) {
            print.out("one\n");
            Eventually.holds(() -> watch.linesSeen() == 1);

            Eventually.holds(LineWatchTests::isAsleep);
        }
    }

    private static boolean isAsleep() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(THREAD))
                .map(Thread::getState)
                .anyMatch(Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING)::contains);
    }

    @Test
    void a_result_that_never_comes_stays_open_when_the_log_is_closed() {
        try (LineWatch watch = watch(0, "never", 1)) {
            print.out("one\n");
            log.close();
            no_thread_is_left();

            assertThat(watch.result()).isNotDone();
            assertThat(watch.linesSeen()).isEqualTo(1);
        }
    }

    @Test
    void refuses_to_wait_for_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> watch(0, "x", 0))
                .withMessage("A pattern cannot be awaited 0 times");
    }

    LineWatch watch(long from, String pattern, int times) {
        return LineWatch.start(THREAD, log, from, Pattern.compile(pattern), times);
    }

    static LineMatch result(LineWatch watch) throws Exception {
        return watch.result().get(Eventually.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
}
