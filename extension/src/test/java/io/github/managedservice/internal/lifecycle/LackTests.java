package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.JavaCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each step of a start may be the one that cannot have what it needs. */
@EnabledOnOs(OS.LINUX)
class LackTests {

    private final Path temporary;

    LackTests(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    /**
     * As in a container whose limit of pids is reached, which counts threads too. The threads are so large that few fit into
     * the address space, and all else does.
     */
    @Test
    void a_start_that_lacks_a_thread_leaves_nothing_and_says_so() throws Exception {
        List<String> printed = run("ulimit -v 4194304", "threads", 5);

        assertThat(failures(printed))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith(
                                "Failed: Service 'lacking' could not be started: no further thread can be created"));
        assertNothingIsLeft(printed, 6);
    }

    @Test
    void a_start_that_lacks_a_descriptor_leaves_nothing_and_says_so() throws Exception {
        List<String> printed = run("ulimit -n 200", "descriptors", 16);

        assertThat(failures(printed))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(line -> assertThat(line).startsWith("Failed: Service 'lacking' could not be started: "))
                .anySatisfy(line -> assertThat(line).contains("no further file can be opened"));
        assertNothingIsLeft(printed, 17);
    }

    private static void assertNothingIsLeft(List<String> printed, int starts) {
        assertThat(printed).contains("Loaded", "Started");
        assertThat(printed.stream().filter(line -> line.startsWith("Left")))
                .hasSize(starts)
                .containsOnly("Left 0 processes, 0 directories");
    }

    private static List<String> failures(List<String> printed) {
        return printed.stream()
                .filter(line -> !List.of("Loaded", "Started").contains(line))
                .filter(line -> !line.startsWith("Left"))
                .toList();
    }

    private List<String> run(String limit, String what, int most) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", limit + "; exec \"$@\"", "limited"));
        command.addAll(JavaCommand.of(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-Xss64m",
                        "-Xlog:disable",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dmanagedservice.log.directory=" + temporary.resolve("logs")),
                LackingProgram.class,
                what,
                Integer.toString(most)));
        Process jvm = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
