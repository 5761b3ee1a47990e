package io.github.managedservice.integration.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what the builds tested from outside are judged by. */
class JournalTests {

    private final Path file;
    private final Journal journal;

    JournalTests(@TempDir Path folder) {
        file = folder.resolve("new").resolve("journal");
        journal = new Journal(file);
    }

    @Test
    void is_empty_before_the_first_entry() throws IOException {
        assertThat(journal.openings("a")).isZero();
        assertThat(journal.leftOpen()).isEmpty();
        assertThat(journal.portsGivenTwice()).isEmpty();
    }

    @Test
    void counts_what_shops_write() throws IOException {
        journal.opens("a", 1);
        journal.opens("a", 2);
        journal.opens("b", 3);
        journal.closes("a", 1);

        assertThat(journal.openings("a")).isEqualTo(2);
        assertThat(journal.closings("a")).isOne();
        assertThat(journal.leftOpen()).containsExactly("a", "b");
    }

    @Test
    void tells_the_port_that_two_had_at_one_time() throws IOException {
        write("OPENS a 11 4711", "OPENS b 12 4711", "CLOSES a 11 4711", "CLOSES b 12 4711");

        assertThat(journal.portsGivenTwice()).containsExactly(4711);
    }

    @Test
    void lets_one_have_the_port_of_another_that_has_closed() throws IOException {
        write("OPENS a 11 4711", "CLOSES a 11 4711", "OPENS b 12 4711", "CLOSES b 12 4711");

        assertThat(journal.portsGivenTwice()).isEmpty();
    }

    private void write(String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }
}
