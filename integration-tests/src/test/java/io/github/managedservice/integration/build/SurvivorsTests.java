package io.github.managedservice.integration.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the script that looks, at the end of the build, for processes that the tests have left. */
class SurvivorsTests {

    private final Path folder;

    SurvivorsTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void names_who_has_inherited_the_variable_of_the_tests() throws Exception {
        try (RunningService survivor = start(folder, "MANAGED_SERVICE_TESTS=" + folder, "env", "sleep", "60")) {
            assertThat(survivors(folder)).isEqualTo(message(survivor));
        }
    }

    @Test
    void names_who_has_cleared_its_environment_but_not_its_mark_and_folder() throws Exception {
        try (RunningService survivor = start(folder, "A=b", "env", "-i", "sleep", "60")) {
            assertThat(survivors(folder)).isEqualTo(message(survivor));
        }
    }

    @Test
    void does_not_take_the_process_of_another_build_for_one() throws Exception {
        Path ours = Files.createDirectory(folder.resolve("build"));
        Path others = Files.createDirectory(folder.resolve("build-2"));

        try (RunningService other = start(others, "MANAGED_SERVICE_TESTS=" + others, "sleep", "60")) {
            assertThat(other.isRunning()).isTrue();
            assertThat(survivors(ours)).isEmpty();
        }
    }

    private static RunningService start(Path folder, String variable, String... command) {
        return ServiceLauncher.start(ServiceSpec.builder(command)
                .env(variable)
                .directory(folder.toString())
                .readyWhen(Readiness.check("has become sleep", SurvivorsTests::isSleeping))
                .build());
    }

    private static boolean isSleeping(RunningService service) {
        return ProcessHandle.of(service.pid())
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("sleep"))
                .isPresent();
    }

    private String message(RunningService survivor) {
        return "The tests of %s have left process %d: sleep 60 \nexit code 1".formatted(folder, survivor.pid());
    }

    private static String survivors(Path folder) throws IOException, InterruptedException {
        Process script = new ProcessBuilder("sh", "src/build/survivors.sh", folder.toString(), "1")
                .redirectErrorStream(true)
                .start();
        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = script.waitFor();
        return exitCode == 0 ? output : output + "exit code " + exitCode;
    }
}
