package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.JavaCommand;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class DescriptorsUsedUpTests {

    @Test
    void a_service_of_which_nothing_can_be_read_has_not_ended() throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -n 200; exec \"$@\"", "limited"));
        command.addAll(JavaCommand.of(JavaCommand.QUICK, DescriptorsUsedUp.class));

        Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(printed).contains("Running true", "Exit 143");
    }
}
