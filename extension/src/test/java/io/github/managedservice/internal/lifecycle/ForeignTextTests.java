package io.github.managedservice.internal.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.LoggedMessages;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.output.OutputSource;
import io.github.managedservice.internal.text.SecretMask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the library did not write reaches nobody's terminal or report file as it is. */
@EnabledOnOs(OS.LINUX)
class ForeignTextTests {

    private static final Duration SHORT = Duration.ofMillis(300);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // printf of the shell takes bytes in octal.
                "nul \\000 bel \\007 bs \\010 | nul \\x00 bel \\x07 bs \\x08",
                "title \\033]0;my server | title \\x1b]0;my server",
                "clipboard \\033]52;c;AAAA | clipboard \\x1b]52;c;AAAA",
                "csi \\302\\23331m | csi \\x9b31m",
                "bidi \\342\\200\\256evil\\342\\201\\246 | bidi \\u202eevil\\u2066",
                "none \\357\\277\\276\\357\\277\\277 | none \\ufffe\\uffff",
                "delete \\177 | delete \\x7f",
                "kept \\303\\274\\tx | kept ü\tx"
            })
    void a_report_shows_what_a_line_of_output_would_do_to_a_terminal(String printed, String shown) {
        FailedStart failed = FailedStart.of(
                ShellService.of("foreign", "printf \"$1\\n\"; exit 1", printed).readyPattern("never"));

        assertThat(failed.message())
                .contains("its last line is \"" + shown + "\".\n")
                .contains(" out | " + shown + "\n");
        assertHarmless(failed.message());
    }

    @Test
    void a_report_shows_it_wherever_it_quotes_output() {
        String print = "printf 'ready \\033]0;title \\342\\200\\256\\n'; ";

        FailedStart near =
                FailedStart.of(ShellService.of("near", print + "exit 1").readyPattern("READY"));
        FailedStart failure = FailedStart.of(ShellService.of("failure", print + "exec sleep 100")
                .readyPattern("never")
                .failurePattern("ready"));

        assertThat(near.hints()).singleElement().asString().contains("the line \"ready \\x1b]0;title \\u202e\" does");
        assertThat(failure.message()).contains("it printed \"ready \\x1b]0;title \\u202e\", which matches");
        assertHarmless(near.message());
        assertHarmless(failure.message());
    }

    @Test
    void a_report_shows_it_in_what_was_run_and_in_the_processes() {
        FailedStart failed =
                FailedStart.of(ShellService.of("run", "sleep 100; exit", "one\u0007", "two\u2066\uffff", "three\nfour")
                        .env("TITLE=\u001b]0;x")
                        .readyPattern("\u0007never")
                        .timeout(SHORT));

        assertThat(failed.message())
                .contains("'one\\x07' 'two\\u2066\\uffff' 'three\nfour'")
                .contains("TITLE='\\x1b]0;x'")
                .contains("matches \"\\x07never\"");
        assertThat(failed.section("processes killed"))
                .anySatisfy(line -> assertThat(line).contains("one\\x07"));
        assertHarmless(failed.message());
    }

    @Test
    void a_report_shows_it_in_the_answers_of_probes() {
        FailedStart failed = FailedStart.of(ShellService.of("probed", "exec sleep 100")
                .readyCommand("/bin/sh", "-c", "printf 'no \\033]0;title\\n'; exit 1")
                .timeout(SHORT));

        assertThat(failed.message()).contains("last line \"no \\x1b]0;title\"");
        assertHarmless(failed.message());
    }

    @Test
    void a_long_line_is_cut_wherever_it_is_quoted() {
        String script = "i=0; while [ $i -lt 40 ]; do head -c 2000 /dev/zero | tr '\\000' x; echo; i=$((i+1)); done;";

        FailedStart exited =
                FailedStart.of(ShellService.of("exited", script + "exit 1").readyPattern("never"));
        FailedStart failure = FailedStart.of(ShellService.of("failed", script + "exec sleep 100")
                .readyPattern("never")
                .failurePattern("x$"));

        assertThat(exited.message().length()).isLessThan(25_000);
        assertThat(failure.message().length()).isLessThan(25_000);
        assertThat(exited.section("last output")).hasSize(40).allMatch(line -> line.matches("TIME out \\| x{500}…"));
    }

    @Test
    void a_headline_quotes_what_matched_in_a_long_line() {
        FailedStart failed = FailedStart.of(
                ShellService.of("long", "printf '%0300d %s %0300d\\n' 0 'FATAL: no disk' 0; exec sleep 100")
                        .readyPattern("never")
                        .failurePattern("FATAL.*disk"));

        assertThat(failed.message())
                .contains("it printed \"…" + "0".repeat(49) + " FATAL: no disk " + "0".repeat(135) + "…\", which");
    }

    @ParameterizedTest
    @CsvSource({"^FATAL, ''", "^FATAL: no disk$, \\r\\n", "disk$, \\r"})
    void a_progress_bar_is_shown_line_by_line_and_ends_in_a_line_that_matches(String pattern, String end) {
        String bar = "printf 'start\\n\\r 10%%\\r 20%%\\r";

        FailedStart failed = FailedStart.of(ShellService.of("bar", bar + "FATAL: no disk" + end + "'; exec sleep 100")
                .readyPattern("never")
                .failurePattern(pattern));

        assertThat(failed.message()).contains("it printed \"FATAL: no disk\", which");
        assertThat(failed.section("last output"))
                .containsExactly("TIME out | start", "TIME out |  10%", "TIME out |  20%", "TIME out | FATAL: no disk");
    }

    @Test
    void forwarded_lines_show_it(@TempDir Path folder) throws IOException {
        try (OutputLog log = OutputLog.open(folder.resolve("talking.log"));
                LoggedMessages logged = new LoggedMessages()) {
            LogForwarding forwarding = LogForwarding.start("talking", log, 0, SecretMask.NO_VALUES);
            log.append(OutputSource.STDOUT, ByteBuffer.wrap("\u001b]0;title \u202e {0}\n".getBytes(UTF_8)));
            forwarding.close();

            assertThat(logged.all()).contains("[talking] \\x1b]0;title \\u202e {0}");
        }
    }

    private static void assertHarmless(String message) {
        assertThat(message.codePoints().filter(character -> character != '\n' && character != '\t'))
                .noneMatch(Character::isISOControl)
                .noneMatch(List.of(0x202e, 0x2066, 0xfffe, 0xffff)::contains);
    }
}
