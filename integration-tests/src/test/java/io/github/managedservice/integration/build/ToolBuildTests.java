package io.github.managedservice.integration.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what GradleIT and SbtIT rely on. */
class ToolBuildTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Path folder;
    private final ToolBuild build;

    ToolBuildTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
        build = new ToolBuild(folder);
    }

    @Test
    void runs_a_tool_in_the_folder_and_keeps_its_output() throws Exception {
        assertThat(build.run(LONG, List.of("sh", "-c", "pwd; exit 3"))).isEqualTo(3);

        assertThat(build.output()).isEqualToIgnoringNewLines(folder.toRealPath().toString());
    }

    @Test
    void ends_a_tool_at_the_time_limit() {
        assertThatThrownBy(() -> build.run(Duration.ofMillis(1), List.of("sleep", "601")))
                .hasMessageContaining("sleep did not end within 1 ms");

        assertThatCode(build::requireClean).doesNotThrowAnyException();
    }

    @Test
    void stops_the_daemon_alone() throws Exception {
        try (build) {
            start("sleep", "602");
            start("sleep", "603");

            build.stopDaemon("sleep 602");

            assertThatThrownBy(() -> new FinishedBuild(folder, Duration.ZERO).requireClean())
                    .hasMessageContaining("sleep 603")
                    .hasMessageNotContaining("sleep 602");
        }
    }

    @Test
    void kills_everything_that_is_left() throws Exception {
        start("sleep", "604");

        build.close();

        assertThat(new FinishedBuild(folder, Duration.ZERO).processes()).isEmpty();
    }

    private void start(String... command) throws IOException {
        new ProcessBuilder(command).directory(folder.toFile()).start();
    }
}
