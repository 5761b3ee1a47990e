package io.github.managedservice.internal.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LineMatcherTests {

    @Test
    void finds_the_pattern_anywhere_in_the_line() {
        assertThat(match("Started", "12:00 Server - Started.")).isPresent();
        assertThat(match("Started", "12:00 Server - starting")).isEmpty();
    }

    @Test
    void gives_the_named_groups_that_took_part() {
        Optional<LineMatch> match =
                match("on (?:port (?<port>\\d+)|socket (?<socket>\\S+))(?<rest>.*)", "listening on port 4711");

        assertThat(match).map(LineMatch::groups).contains(Map.of("port", "4711", "rest", ""));
    }

    @Test
    void is_not_misled_by_what_only_looks_like_a_group() {
        assertThat(match("\\Q(?<quoted>)\\E (?<real>x)", "(?<quoted>) x"))
                .map(LineMatch::groups)
                .contains(Map.of("real", "x"));
        assertThat(match("[(?<clas>]+(?<real>x)", "(?<clas>x"))
                .map(LineMatch::groups)
                .contains(Map.of("real", "x"));
    }

    @Test
    void a_look_behind_is_not_a_group() {
        assertThat(matcher("(?<=a)b(?<!c)", () -> false).captures()).isFalse();
    }

    @Test
    void a_line_too_deep_for_the_pattern_does_not_match() {
        assertThat(match("(?:a|b)*c", "ab".repeat(32 * 1024) + "c")).isEmpty();
    }

    @Test
    @Timeout(20)
    void can_be_stopped_while_it_backtracks() {
        AtomicInteger read = new AtomicInteger();
        LineMatcher matcher = matcher("(?:x+x+)+y", () -> read.incrementAndGet() > 1_000_000);

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> matcher.match(line("x".repeat(10_000))));
    }

    private static Optional<LineMatch> match(String pattern, String text) {
        return matcher(pattern, () -> false).match(line(text));
    }

    private static LineMatcher matcher(String pattern, BooleanSupplier stopped) {
        return new LineMatcher(Pattern.compile(pattern), stopped);
    }

    private static OutputLine line(String text) {
        return new OutputLine(text, OutputSource.STDOUT, Instant.EPOCH);
    }
}
