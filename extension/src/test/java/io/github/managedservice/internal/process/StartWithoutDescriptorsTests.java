package io.github.managedservice.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.JavaCommand;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class StartWithoutDescriptorsTests {

    /** To guess once would be to guess for life: services with marks that they cannot carry, or that hear no SIGINT. */
    @Test
    void what_cannot_be_read_is_read_again() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "trap '' INT; { ulimit -w $0 || ulimit -x $0; } 2>/dev/null; ulimit -n 60; exec \"$@\"",
                Long.toString(1L << 60)));
        command.addAll(JavaCommand.of(JavaCommand.QUICK, StartWithoutDescriptors.class));

        Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(printed.lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("Without: /proc/self/limits cannot be read; this JVM has perhaps no file"
                                        + " descriptor left, []"),
                        line -> assertThat(line).startsWith("With: nested, [").contains("--default-signal=", "INT"));
    }
}
