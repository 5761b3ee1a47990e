package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.JavaCommand;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProbedServiceTests {

    private final Path folder;

    ProbedServiceTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void is_left_its_time_to_end_after_a_kill_of_the_jvm_although_a_probe_was_run_beside_it() throws Exception {
        killJvm();

        assertThat(folder.resolve("end")).hasContent("in peace");
    }

    @Test
    void is_asked_once_after_a_kill_of_the_jvm_because_it_was_ready() throws Exception {
        killJvm();

        assertThat(folder.resolve("calls")).hasContent("asked");
    }

    private void killJvm() throws Exception {
        Process jvm = new ProcessBuilder(JavaCommand.of(JavaCommand.QUICK, ProbedService.class, folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ProcessHandle service;
        ProcessHandle guard;
        try (BufferedReader output = jvm.inputReader()) {
            service = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            guard = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
        } finally {
            jvm.destroyForcibly();
        }

        service.onExit().get(20, TimeUnit.SECONDS);
        guard.onExit().get(20, TimeUnit.SECONDS);
    }
}
