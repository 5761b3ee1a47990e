package io.github.managedservice.internal.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.managedservice.internal.output.LineTaker.Part;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .isThrownBy(() -> matcher.match(line("x".repeat(10_000)), Part.WHOLE));
    }

    @ParameterizedTest
    @CsvSource({
        "WHOLE, ^....ready....$, true",
        "FIRST, ^....ready, true",
        "FIRST, ready....$, false",
        "FIRST, ready....\\z, false",
        "NEXT, ready, true",
        "NEXT, ^ready, false",
        "NEXT, ^....ready, false",
        "NEXT, (?m)^ready, false",
        "NEXT, \\Aready, false",
        "NEXT, ready$, false",
        "NEXT, ready\\Z, false",
        "NEXT, \\bready, false",
        "LAST, ready....$, true",
        "LAST, ^.*ready, false"
    })
    void an_end_of_a_part_is_no_end_of_the_line(Part part, String pattern, boolean found) {
        assertThat(matcher(pattern, () -> false)
                        .match(line("xxxxreadyxxxx"), part)
                        .isPresent())
                .isEqualTo(found);
    }

    @Test
    void what_reaches_to_the_end_of_a_part_is_left_to_the_next() {
        LineMatcher matcher = matcher("port (?<port>\\d+)", () -> false);

        assertThat(matcher.match(line("at port 47110000"), Part.FIRST)).isEmpty();
        assertThat(matcher.match(line("it is at port 47110000"), Part.LAST)).isPresent();
        assertThat(matcher.match(line("at port 4711, all is well"), Part.FIRST)).isPresent();
        assertThat(matcher.match(line("at port " + "1".repeat(5000)), Part.FIRST))
                .as("of what is longer, the next part has not all")
                .isPresent();
    }

    @Test
    void tells_where_the_match_begins() {
        assertThat(match("ready", "x".repeat(150_000) + "ready"))
                .map(LineMatch::start)
                .contains(150_000);
    }

    private static Optional<LineMatch> match(String pattern, String text) {
        return matcher(pattern, () -> false).match(line(text), Part.WHOLE);
    }

    private static LineMatcher matcher(String pattern, BooleanSupplier stopped) {
        return new LineMatcher(Pattern.compile(pattern), stopped);
    }

    private static OutputLine line(String text) {
        return new OutputLine(text, OutputSource.STDOUT, Instant.EPOCH);
    }
}
