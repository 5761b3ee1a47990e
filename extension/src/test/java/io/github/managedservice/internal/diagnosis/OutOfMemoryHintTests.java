package io.github.managedservice.internal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class OutOfMemoryHintTests {

    private final Path cgroups;

    OutOfMemoryHintTests(@TempDir Path cgroups) {
        this.cgroups = cgroups;
    }

    @Test
    void reads_the_counter_of_version_2() throws Exception {
        Path counter = Files.writeString(cgroups.resolve("memory.events"), "low 0\noom 3\noom_kill 2\n");

        assertThat(hints(137))
                .containsExactly(
                        "the kernel has killed 2 in this cgroup for want of memory so far ('" + counter + "')");
    }

    @Test
    void says_that_the_kernel_killed_nothing() throws Exception {
        Path counter = Files.writeString(cgroups.resolve("memory.events"), "oom 0\noom_kill 0\n");

        assertThat(hints(137))
                .containsExactly("the kernel has killed nothing in this cgroup for want of memory ('" + counter + "')");
    }

    @Test
    void says_nothing_where_nothing_can_be_read() {
        assertThat(hints(137)).isEmpty();
    }

    @Test
    void says_nothing_of_another_end() throws Exception {
        Files.writeString(cgroups.resolve("memory.events"), "oom_kill 2\n");

        assertThat(hints(143)).isEmpty();
    }

    private List<String> hints(int exitCode) {
        return SeenStart.exited(exitCode).hints(new OutOfMemoryHint(cgroups));
    }
}
