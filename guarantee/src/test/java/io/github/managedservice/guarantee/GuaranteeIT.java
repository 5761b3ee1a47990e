package io.github.managedservice.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Promises 3 and 4: nothing of a service survives its run, and nothing else is touched. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GuaranteeIT {

    private static final Duration PROGRESS = Duration.ofMinutes(1);

    private final Options options = Options.ofSystemProperties();
    private final Report report = new Report();
    private final String load = Machine.load();
    private Moment told = Moment.now();

    @Test
    void nothing_survives_and_nothing_else_is_touched() throws IOException {
        List<Round> plan = options.plan();
        assertThat(plan).as("rounds of these ends and habits").isNotEmpty();
        play(plan);

        String measured = writeTable();
        if (options.isWhole()) {
            new Document(options.document()).write(measured);
        }
        assertThat(report.rounds()).as("rounds that came to their end").isPositive();
        assertThat(report.failures()).isEmpty();
    }

    private String writeTable() {
        String measured = "Measured on " + Machine.facts() + ". " + options.parallel()
                + " rounds at once; load average before " + load + ", after " + Machine.load() + ". "
                + report.summary() + ".\n\n" + report.markdown();
        try {
            Files.writeString(options.directory().resolve("table.md"), measured);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return measured;
    }

    private void play(List<Round> plan) throws IOException {
        Files.createDirectories(options.directory());
        try (PrintWriter log =
                new PrintWriter(Files.newBufferedWriter(options.directory().resolve("rounds.log")), true)) {
            new Harness(options.directory().resolve("rounds"), options.parallel(), options.library())
                    .play(plan, outcome -> {
                        log.println(outcome);
                        report.add(outcome);
                        tell(outcome, plan.size());
                    });
        }
    }

    /** Writes the table too, for whoever stops a long run. */
    private void tell(Outcome outcome, int of) {
        if (Report.isFailure(outcome) || outcome instanceof Outcome.Missing) {
            System.out.println(outcome);
        }
        if (told.isOlderThan(PROGRESS)) {
            told = Moment.now();
            System.out.println(report.summary() + "; " + of + " are planned");
            writeTable();
        }
    }
}
