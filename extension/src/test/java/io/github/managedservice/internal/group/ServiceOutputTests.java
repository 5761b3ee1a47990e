package io.github.managedservice.internal.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.lifecycle.ShellService;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.output.OutputSource;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.service.ServiceSpec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceOutputTests {

    private static final int LIMIT = 10 * 1024 * 1024;

    private final Path directory;

    ServiceOutputTests(@TempDir Path directory) {
        this.directory = directory;
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        ThreadLocalRandom.current().nextBytes(bytes);
        for (int index = 0; index < size; index++) {
            if (":=@-".indexOf(bytes[index]) >= 0) {
                // What is an assignment, an option or a URL by accident may be masked.
                bytes[index] = 0;
            }
        }
        return bytes;
    }

    private Path write(byte... bytes) throws Exception {
        Files.write(directory.resolve("printed"), bytes);
        ServiceSpec spec = ShellService.of(
                        "talker", "cat $1; echo; echo ready; exec sleep 1000", directory + "/printed")
                .readyPattern("^ready$")
                .build();
        try (ServiceGroup group = ServiceGroup.of("", List.of(spec), Optional.empty())) {
            ServiceObservation observation = ServiceObservation.of(() -> "the test", () -> Optional.of(group));
            group.start();
            ServiceOutput output = observation.output().get(0);

            output.writeTo(directory.resolve("copy"));

            assertThat(output.size()).isEqualTo(bytes.length + "\nready\n".length());
            return output.log();
        }
    }

    @Test
    void copies_every_byte() throws Exception {
        Path log = write(random(300_000));

        assertThat(directory.resolve("copy")).hasSameBinaryContentAs(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hun", "hunter", "DB_PASSWORD=hunter22 hun"})
    void begins_with_a_whole_line_so_that_no_half_of_a_secret_is_left(String before) throws Exception {
        SecretMask mask = SecretMask.of(List.of(), Map.of("DB_PASSWORD", "hunter22"), List.of());
        try (OutputLog log = OutputLog.open(directory.resolve("halves.log"))) {
            log.append(OutputSource.STDOUT, ByteBuffer.wrap(("first\nthe " + before).getBytes(StandardCharsets.UTF_8)));
            long mark = log.position();
            String rest = "hunter22".substring(before.length() > 6 ? 3 : before.length());
            log.append(OutputSource.STDOUT, ByteBuffer.wrap((rest + "\nnext\n").getBytes(StandardCharsets.UTF_8)));

            ServiceOutput.since(mark, "halves", log, () -> mask).writeTo(directory.resolve("copy"));

            assertThat(directory.resolve("copy"))
                    .hasContent("the " + (before.startsWith("DB") ? "DB_PASSWORD=*** " : "") + "***\nnext\n");
        }
    }

    @Test
    void of_much_it_keeps_the_end_and_says_so() throws Exception {
        Path log = write(("x".repeat(1023) + "\n").repeat(LIMIT / 1024).getBytes(StandardCharsets.UTF_8));

        byte[] copy = Files.readAllBytes(directory.resolve("copy"));
        String note = "[The last 10485760 of 10485767 bytes; all are in " + log + " from byte 0 on.]\n";
        assertThat(copy).startsWith(note.getBytes(StandardCharsets.UTF_8));
        assertThat(copy.length - note.length() - LIMIT)
                .as("what it has of the line in which it begins")
                .isBetween(0, 64 * 1024);
        assertThat(copy).endsWith("\nready\n".getBytes(StandardCharsets.UTF_8));
    }
}
