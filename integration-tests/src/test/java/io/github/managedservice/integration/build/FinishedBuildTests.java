package io.github.managedservice.integration.build;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what each build tested from outside must not leave. */
class FinishedBuildTests {

    private final Path folder;
    private final FinishedBuild build;

    FinishedBuildTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
        build = new FinishedBuild(folder, Duration.ZERO);
    }

    @Test
    void is_content_with_a_log_alone() throws IOException {
        log("BUILD SUCCESS");

        assertThatCode(build::requireClean).doesNotThrowAnyException();
    }

    @Test
    void names_a_process_that_works_in_the_folder() throws IOException {
        log("BUILD SUCCESS");
        Process survivor =
                new ProcessBuilder("sleep", "600").directory(folder.toFile()).start();
        try {
            assertThatThrownBy(build::requireClean).hasMessageContaining(survivor.pid() + " ");
        } finally {
            survivor.destroyForcibly();
        }
    }

    @Test
    void does_not_accept_a_corrupted_channel() throws IOException {
        log("[WARNING] Corrupted channel by directly writing to native stream in forked JVM 1.");

        assertThatThrownBy(build::requireClean).hasMessageContaining("channel");
    }

    private void log(String text) throws IOException {
        Files.writeString(folder.resolve("build.log"), text);
    }
}
