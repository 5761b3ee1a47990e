package io.github.managedservice.internal.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTests {

    private Path folder;

    @BeforeEach
    void remember(@TempDir Path temporary) {
        folder = temporary;
    }

    // JUnit would warn of a link that leads out of its folder.
    @AfterEach
    void unlink() throws IOException {
        Files.deleteIfExists(folder.resolve("full.log"));
    }

    @Test
    void folders_are_created_and_an_older_log_is_emptied() throws IOException {
        Path wanted = folder.resolve("target/orders/orders.log");
        Files.createDirectories(wanted.getParent());
        Files.writeString(wanted, "of yesterday");

        try (OutputFile file = OutputFile.open(wanted)) {
            append(file, "of today");
        }

        assertThat(wanted).hasContent("of today");
    }

    @Test
    void reads_what_it_wrote() throws IOException {
        try (OutputFile file = OutputFile.open(folder.resolve("orders.log"))) {
            append(file, "0123456789");

            byte[] into = new byte[100];
            assertThat(file.read(4, into, 3)).isEqualTo(3);
            assertThat(new String(into, 0, 3, UTF_8)).isEqualTo("456");
            assertThat(file.read(8, into, 100)).isEqualTo(2);
            assertThat(file.read(10, into, 100)).isZero();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_is_noted_and_thrown_at_nobody() throws IOException {
        Path full = Files.createSymbolicLink(folder.resolve("full.log"), Path.of("/dev/full"));

        try (OutputFile file = OutputFile.open(full)) {
            append(file, "one\n");
            append(file, "two\n");

            assertThat(file.failure()).get().extracting(Throwable::getMessage).isEqualTo("No space left on device");
            assertThat(file.read(0, new byte[8], 8)).isZero();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_log_goes_on_in_memory_when_the_disk_is_full() throws IOException {
        Path full = Files.createSymbolicLink(folder.resolve("full.log"), Path.of("/dev/full"));

        try (OutputLog log = OutputLog.open(full)) {
            new Printing(log).out("one\ntwo\n");

            assertThat(log.writeFailure()).isPresent();
            assertThat(log.tail(9)).extracting(OutputLine::text).containsExactly("one", "two");
        }
    }

    private static void append(OutputFile file, String text) {
        file.append(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }
}
