package io.github.managedservice.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProbedServiceTests {

    @Test
    void is_left_its_time_to_end_after_a_kill_of_the_jvm_although_a_probe_was_run_beside_it(@TempDir Path folder)
            throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProbedService.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ProcessHandle service;
        try (BufferedReader output = jvm.inputReader()) {
            service = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
        } finally {
            jvm.destroyForcibly();
        }

        service.onExit().get(20, TimeUnit.SECONDS);

        assertThat(folder.resolve("end")).hasContent("in peace");
    }
}
