package io.github.managedservice.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceOutputTests {

    private static final int LIMIT = 10 * 1024 * 1024;

    private final Path directory;

    ServiceOutputTests(@TempDir Path directory) {
        this.directory = directory;
    }

    private Path write(int size) throws Exception {
        byte[] bytes = new byte[size];
        ThreadLocalRandom.current().nextBytes(bytes);
        for (int index = 0; index < size; index++) {
            if ("=@-".indexOf(bytes[index]) >= 0) {
                // What is an assignment, an option or a URL by accident may be masked.
                bytes[index] = 0;
            }
        }
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

            assertThat(output.size()).isEqualTo(size + "\nready\n".length());
            return output.log();
        }
    }

    @Test
    void copies_every_byte() throws Exception {
        Path log = write(300_000);

        assertThat(directory.resolve("copy")).hasSameBinaryContentAs(log);
    }

    @Test
    void of_much_it_keeps_the_end_and_says_so() throws Exception {
        Path log = write(LIMIT);

        byte[] copy = Files.readAllBytes(directory.resolve("copy"));
        String note = "[The last 10485760 of 10485767 bytes; all are in " + log + " from byte 0 on.]\n";
        assertThat(copy).startsWith(note.getBytes(StandardCharsets.UTF_8));
        assertThat(copy).hasSize(note.length() + LIMIT);
        assertThat(copy).endsWith("\nready\n".getBytes(StandardCharsets.UTF_8));
    }
}
