package io.github.managedservice.internal.output;

import static io.github.managedservice.internal.output.OutputSource.STDERR;
import static io.github.managedservice.internal.output.OutputSource.STDOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.managedservice.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LineWatchTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** How a watch begins. */
    private enum Way {
        OWN_THREAD,
        BORROWED_THREAD
    }

    /** Of this test alone: what another one may have left is not waited for here. */
    private final String threadName = "service-orders-watch-" + NUMBER.incrementAndGet();

    private final Queue<LineWatch> watches = new ConcurrentLinkedQueue<>();
    private OutputLog log;
    private Printing print;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        log = OutputLog.open(folder.resolve("orders.log"));
        print = new Printing(log);
    }

    @AfterEach
    void close() {
        // A failed test has closed none.
        watches.forEach(LineWatch::close);
        log.close();
        requireNoThread();
    }

    private void requireNoThread() {
        // Threads are listed first and asked for their traces then: of two that hand over meanwhile neither is in the
        // answer.
        Eventually.holds(() -> Stream.of(1, 2).noneMatch(look -> isThreadThere()));
    }

    private boolean isThreadThere() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(threadName));
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
        assertThat(out.ended()).succeedsWithin(Eventually.LIMIT);
        assertThat(err.ended()).succeedsWithin(Eventually.LIMIT);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void finds_what_was_printed_before_it_began(Way way) throws Exception {
        print.out("Server - Started\n");

        try (LineWatch watch = watch(way, 0, "Started", 1)) {
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

    @ParameterizedTest
    @EnumSource(Way.class)
    void gives_the_line_that_completes_the_number(Way way) throws Exception {
        try (LineWatch watch = watch(way, 0, "ready", 3)) {
            print.out("ready 1 ready\nnot yet\nready 2\n");
            print.err("ready 3\nready 4\n");

            assertThat(result(watch).line().text()).isEqualTo("ready 3");
            assertThat(watch.matches()).isEqualTo(3);
            assertThat(watch.linesSeen()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void finds_a_prompt_without_a_newline(Way way) throws Exception {
        try (LineWatch watch = watch(way, 0, "> $", 1)) {
            print.out("mysql> ");

            assertThat(result(watch).line().text()).isEqualTo("mysql> ");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void finds_a_prompt_while_the_other_stream_chatters(Way way) throws Exception {
        try (LineWatch watch = watch(way, 0, "> $", 1)) {
            print.out("mysql> ");

            Eventually.holds(() -> {
                print.err("chatter\n");
                return watch.result().isDone();
            });

            assertThat(result(watch).line().text()).isEqualTo("mysql> ");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void counts_a_line_once_that_was_found_unfinished(Way way) throws Exception {
        try (LineWatch watch = watch(way, 0, "ready|done", 2)) {
            print.out("ready");
            Eventually.holds(() -> watch.matches() == 1);
            print.out(" now\ndone\n");

            assertThat(result(watch).line().text()).isEqualTo("done");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void finds_the_last_words_of_a_stream_that_ended(Way way) throws Exception {
        try (LineWatch watch = watch(way, 0, "port (?<port>\\d+)", 1)) {
            print.out("port 4711");
            log.end(STDOUT);

            assertThat(result(watch).groups()).isEqualTo(Map.of("port", "4711"));
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void goes_on_after_a_restart(Way way) throws Exception {
        try (LineWatch watch = watch(way, 0, "^started", 2)) {
            print.out("started");
            log.end(STDOUT);
            log.end(STDERR);
            log.reopen();
            print.out("started again\n");

            assertThat(result(watch).line().text()).isEqualTo("started again");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void falls_back_on_the_file_when_it_is_slower_than_the_service(Way way) throws Exception {
        for (int line = 0; line < 100_000; line++) {
            print.out("line " + line + "\n");
        }

        try (LineWatch watch = watch(way, 0, "line (?:7|99999)$", 2)) {
            assertThat(result(watch).line().text()).isEqualTo("line 99999");
            assertThat(watch.linesSeen()).isEqualTo(100_000);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_pattern_that_backtracks_for_ever_is_reported_and_can_be_stopped(Way way) {
        LineWatch watch = watch(way, 0, "(?:x+x+)+y", 1);
        print.out("fine\n" + "x".repeat(5_000) + "\nnever reached\n");

        Eventually.holds(watch::isBacktracking);
        assertThat(watch.linesSeen()).isEqualTo(2);
        print.out("drained all the same\n");
        assertThat(log.tail(1)).extracting(OutputLine::text).containsExactly("drained all the same");

        watch.close();

        Eventually.holds(() -> !watch.isBacktracking());
        assertThat(watch.result()).isNotDone();
    }

    @ParameterizedTest
    @CsvSource({
        "^port: (?<port>\\d+)$, port: 4711",
        "^Server ready$, Server ready",
        "%$, Indexing   0%",
    })
    void finds_the_line_that_a_progress_bar_ends_in(String pattern, String line) throws Exception {
        try (LineWatch watch = watch(0, pattern, 1)) {
            print.out("\rIndexing   0%\rIndexing 100%\rport: 4711\r");
            print.out("\nworking\rServer ready");

            assertThat(result(watch).line().text()).isEqualTo(line);
        }
    }

    @Test
    void counts_what_a_person_would_take_for_a_line() throws Exception {
        try (LineWatch watch = watch(0, "never", 1)) {
            print.out("\r10%\r20%\r\none\r\n\r\ntwo\n");
            watch.awaitCaughtUp(Eventually.LIMIT);

            assertThat(watch.linesSeen()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void counts_a_line_once_that_grows(Way way) {
        try (LineWatch watch = watch(way, 0, "never", 1)) {
            for (String part : List.of("start", "ing", " up\n", "one more")) {
                print.out(part);
                Eventually.holds(() -> watch.linesSeen() >= (part.equals("one more") ? 2 : 1));
                watch.awaitCaughtUp(Eventually.LIMIT);
            }

            assertThat(watch.linesSeen()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Server ready",
                "Server ready$",
                " Server ready\\z",
                "^\\{.*\"Server ready",
                "on (?<port>\\d+) \"Server"
            })
    void finds_a_match_far_into_a_long_line(String pattern) throws Exception {
        try (LineWatch watch = watch(0, pattern, 1)) {
            print.out("{" + ".".repeat(100_000));
            print.out("x".repeat(100_000) + " on 4711 \"Server ready\", Server ready\n");

            assertThat(result(watch).line().text()).contains("Server ready");
            assertThat(result(watch).groups().getOrDefault("port", "4711")).isEqualTo("4711");
        }
    }

    @Test
    void finds_a_match_wherever_the_parts_of_a_very_long_line_part() throws Exception {
        for (int before = LineMatcher.WINDOW - 20; before < LineMatcher.WINDOW + 5; before += 4) {
            try (LineWatch watch = watch(log.position(), "port: (?<port>\\d+)", 1)) {
                print.out(".".repeat(before) + "port: 47110815 and more" + ".".repeat(300_000) + "\n");

                assertThat(result(watch).groups()).isEqualTo(Map.of("port", "47110815"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"^ready", "(?m)^ready", "ready$", "\\Aready", "ready\\Z", "^\\s*ready"})
    void the_parts_of_a_very_long_line_have_no_ends_of_their_own(String pattern) {
        try (LineWatch watch = watch(0, pattern, 1)) {
            print.out("." + " ready".repeat(100_000) + " \nfine\n");
            watch.awaitCaughtUp(Eventually.LIMIT);

            assertThat(watch.result()).isNotDone();
            assertThat(watch.linesSeen()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void counts_one_match_in_a_very_long_line(Way way) throws Exception {
        try (LineWatch watch = watch(way, 0, "ready", 2)) {
            print.out(("ready" + ".".repeat(1_000)).repeat(700) + "\n");
            watch.awaitCaughtUp(Eventually.LIMIT);
            assertThat(watch.matches()).isEqualTo(1);
            print.out("ready now\n");

            assertThat(result(watch).line().text()).isEqualTo("ready now");
            assertThat(watch.linesSeen()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_very_long_line_holds_up_no_pattern_that_looks_at_it_again_and_again(Way way) throws Exception {
        try (LineWatch watch = watch(way, 0, ".*(?:ready|x+x+y)", 1)) {
            print.out("x".repeat(100_000) + "\nready\n");

            assertThat(result(watch).line().text()).isEqualTo("ready");
            assertThat(watch.isTooSlow()).isTrue();
            assertThat(watch.linesSeen()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void is_not_busy_while_it_waits(Way way) throws Exception {
        try (LineWatch watch = watch(way, 0, "never", 1)) {
            print.out("one\n");
            Eventually.holds(() -> watch.linesSeen() == 1);

            Eventually.holds(this::isAsleep);
        }
    }

    private boolean isAsleep() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(threadName))
                .map(Thread::getState)
                .anyMatch(Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING)::contains);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_result_that_never_comes_stays_open_when_the_log_is_closed(Way way) {
        try (LineWatch watch = watch(way, 0, "never", 1)) {
            print.out("one\n");
            log.close();
            requireNoThread();

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

    @Test
    void answers_on_the_thread_that_waits() throws Exception {
        LineWatch watch = prepare("Started");
        CompletableFuture<Thread> answering = watch.result().thenApply(match -> Thread.currentThread());
        print.out("Server - Started\n");

        watch.followHere(Eventually.LIMIT, () -> false);

        assertThat(answering).isCompletedWithValue(Thread.currentThread());
        requireNoThread();
    }

    @Test
    void gives_the_thread_back_at_the_end_of_the_time_and_goes_on() throws Exception {
        try (LineWatch watch = prepare("Started")) {
            print.out("Server - Starting\n");

            watch.followHere(Duration.ofMillis(1), () -> false);

            assertThat(watch.result()).isNotDone();
            print.out("Server - Started\n");
            assertThat(result(watch).line().text()).isEqualTo("Server - Started");
            assertThat(watch.linesSeen()).isEqualTo(2);
        }
    }

    @Test
    void gives_the_thread_back_when_it_is_woken_because_that_is_enough() throws Exception {
        CompletableFuture<Void> decided = new CompletableFuture<>();
        try (LineWatch watch = prepare("Started")) {
            FutureTask<?> waiting = following(watch, decided);
            onThread(waiting);

            decided.complete(null);
            log.wake();

            waiting.get();
            print.out("Server - Started\n");
            assertThat(result(watch).line().text()).isEqualTo("Server - Started");
        }
    }

    @Test
    void gives_the_thread_back_when_that_was_enough_before() throws Exception {
        try (LineWatch watch = prepare("Started")) {
            print.out("Server - Starting\n");

            watch.followHere(Eventually.LIMIT, () -> true);

            watch.awaitCaughtUp(Eventually.LIMIT);
            assertThat(watch.linesSeen()).isEqualTo(1);
        }
    }

    @Test
    void an_interrupt_gives_the_thread_back_and_the_watch_goes_on() throws Exception {
        try (LineWatch watch = prepare("Started")) {
            FutureTask<?> waiting = following(watch, new CompletableFuture<>());

            onThread(waiting).interrupt();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(waiting::get)
                    .withCauseInstanceOf(InterruptedException.class);
            print.out("Server - Started\n");
            assertThat(result(watch).line().text()).isEqualTo("Server - Started");
        }
    }

    @Test
    void a_line_that_takes_long_is_left_to_another_thread_with_all_that_follow() throws Exception {
        try (LineWatch watch = prepare("^(x|x|x)*\\1y")) {
            // More than four million steps, but not for ever.
            print.out("fine\n" + "x".repeat(13) + "\nxxy\nxxxy\n");

            watch.followHere(Eventually.LIMIT, () -> false);

            assertThat(result(watch).line().text()).isEqualTo("xxy");
            assertThat(watch.linesSeen()).isEqualTo(3);
        }
    }

    private LineWatch watch(long from, String pattern, int times) {
        return watch(Way.OWN_THREAD, from, pattern, times);
    }

    private LineWatch watch(Way way, long from, String pattern, int times) {
        if (way == Way.OWN_THREAD) {
            return closedAtTheEnd(LineWatch.start(threadName, log, from, Pattern.compile(pattern), times));
        }
        LineWatch watch = prepare(from, pattern, times);
        onThread(following(watch, new CompletableFuture<>()));
        return watch;
    }

    private LineWatch prepare(String pattern) {
        return prepare(0, pattern, 1);
    }

    private LineWatch prepare(long from, String pattern, int times) {
        return closedAtTheEnd(LineWatch.prepare(threadName, log, from, Pattern.compile(pattern), times));
    }

    private LineWatch closedAtTheEnd(LineWatch watch) {
        watches.add(watch);
        return watch;
    }

    private Thread onThread(FutureTask<?> waiting) {
        Thread thread = new Thread(waiting, threadName);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static FutureTask<?> following(LineWatch watch, CompletableFuture<Void> decided) {
        return new FutureTask<>(() -> {
            watch.followHere(Eventually.LIMIT, decided::isDone);
            return null;
        });
    }

    private static LineMatch result(LineWatch watch) throws Exception {
        return watch.result().get(Eventually.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
}
