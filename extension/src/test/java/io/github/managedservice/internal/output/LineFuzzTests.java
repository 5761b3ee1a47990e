package io.github.managedservice.internal.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.output.LineTaker.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LineFuzzTests {

    private static final List<String> OUTPUT = List.of(
            "\n", "\r\n", "\r", "a", "word", " ", "é", "€", "😀", "\u001b[31m", "\u001b", "\u001b]0;", "\u0007", "\0");

    @Provide
    Arbitrary<byte[]> output() {
        Arbitrary<byte[]> text = Arbitraries.of(OUTPUT)
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts).getBytes(UTF_8));
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(30);
        return Arbitraries.oneOf(text, bytes);
    }

    @Property
    void lines_are_the_same_wherever_reads_cut_the_output(
            @ForAll("output") byte[] output, @ForAll @Size(max = 10) List<@IntRange(max = 100) Integer> cuts) {
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        for (int cut : ends(output, cuts)) {
            pieces.add(Arrays.copyOfRange(output, from, cut));
            from = cut;
        }

        assertThat(lines(pieces)).isEqualTo(lines(List.of(output)));
    }

    @Property
    void a_log_gives_the_lines_of_each_source_however_they_are_mixed(
            @ForAll @Size(max = 20) List<OutputSource> sources, @ForAll("output") byte[] output) throws IOException {
        Path file = Files.createTempFile("fuzz-", ".log");
        List<OutputLine> lines = new ArrayList<>();
        try (OutputLog log = OutputLog.open(file)) {
            sources.forEach(source -> log.append(source, ByteBuffer.wrap(output)));
            LineReader reader = new LineReader(log, 0);
            boolean more = true;
            while (more) {
                more = reader.advance(log.position(), LineTaker.once(lines::add));
            }
            List.of(OutputSource.values()).forEach(source -> reader.finish(source, LineTaker.once(lines::add)));
        } finally {
            Files.deleteIfExists(file);
        }

        for (OutputSource source : OutputSource.values()) {
            List<byte[]> pieces =
                    sources.stream().filter(source::equals).map(its -> output).toList();
            assertThat(lines)
                    .filteredOn(line -> line.source() == source)
                    .extracting(OutputLine::text)
                    .isEqualTo(lines(pieces));
        }
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                        "a", "x", ".", "(", ")", "(?:", "(?=", "(?<!", "(?<n>", "\\1", "\\k<n>", "*", "+", "?", "{2,}",
                        "|", "[ax]", "\\w", "(x+x+)+", "(a|a)*", "(.*)*", "^", "$", "\\b", "\\X", "\\R", "(?i)", "é",
                        "😀")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Property
    void any_pattern_ends_or_can_be_ended(
            @ForAll("patterns") String regex, @ForAll @IntRange(max = 40) int length, @ForAll Part part) {
        AtomicInteger reads = new AtomicInteger();
        try {
            LineMatcher matcher = new LineMatcher(Pattern.compile(regex), () -> reads.incrementAndGet() > 10_000);
            String text = "xa".repeat(length) + "x".repeat(length) + "é😀";
            Optional<LineMatch> match = matcher.match(new OutputLine(text, OutputSource.STDOUT, Instant.EPOCH), part);
            assertThat(match).map(LineMatch::line).map(OutputLine::text).isIn(Optional.empty(), Optional.of(text));
        } catch (PatternSyntaxException e) {
            // Told before anything starts, by the reading of declarations.
        } catch (CancellationException e) {
            assertThat(reads).hasValue(10_001);
        }
    }

    private static List<String> lines(List<byte[]> pieces) {
        List<String> lines = new ArrayList<>();
        LineAssembler assembler = new LineAssembler(OutputSource.STDOUT, LineAssembler.LIMIT);
        for (byte[] piece : pieces) {
            assembler.add(piece, piece.length, Instant.EPOCH, (line, part) -> lines.add(line.text()));
        }
        assembler.finish((line, part) -> lines.add(line.text()));
        return lines;
    }

    private static List<Integer> ends(byte[] output, List<Integer> cuts) {
        List<Integer> ends = new ArrayList<>(cuts);
        ends.removeIf(cut -> cut > output.length);
        ends.add(output.length);
        ends.sort(null);
        return ends;
    }
}
