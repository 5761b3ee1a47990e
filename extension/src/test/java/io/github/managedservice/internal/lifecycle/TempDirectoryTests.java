package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.managedservice.internal.file.Leftover;
import io.github.managedservice.internal.file.TreeDeletion;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import io.github.managedservice.service.ServiceStopException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class TempDirectoryTests {

    private static final String NOTES_ITS_RUNS = "echo run >>\"$1/runs\"; echo ready; exec sleep 1000";

    @Test
    void is_made_again_for_a_restart_where_a_stranger_has_deleted_it() throws Exception {
        try (RunningService service = start("deleted", NOTES_ITS_RUNS)) {
            Path directory = Path.of(service.value("${tempDir}"));
            TreeDeletion.delete(directory);

            service.restart();

            assertThat(directory.resolve("runs")).hasContent("run");
            assertThat(Files.getPosixFilePermissions(directory))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void is_kept_for_a_restart() {
        try (RunningService service = start("kept", NOTES_ITS_RUNS)) {

            service.restart();

            assertThat(Path.of(service.value("${tempDir}/runs"))).hasContent("run\nrun");
        }
    }

    @Test
    void is_not_replaced_by_what_a_stranger_has_put_in_its_place() throws Exception {
        RunningService service = start("replaced", NOTES_ITS_RUNS);
        Path directory = Path.of(service.value("${tempDir}"));
        try (service) {
            TreeDeletion.delete(directory);
            Files.createSymbolicLink(directory, Path.of("/"));

            assertThatExceptionOfType(ServiceStartException.class)
                    .isThrownBy(service::restart)
                    .withMessage("Service 'replaced' could not be started: "
                            + "java.nio.file.FileAlreadyExistsException: " + directory);
        }
        assertThat(Files.exists(directory, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void fails_the_stop_when_it_cannot_be_deleted_and_names_what_is_left() throws Exception {
        RunningService service = start("protected", "touch \"$1/a\" \"$1/b\" \"$1/c\"; echo ready; exec sleep 1000");
        Path directory = Path.of(service.value("${tempDir}"));
        boolean isProtected = chattr("+i", directory.resolve("b"));
        try {
            assumeTrue(isProtected, "this user, or file system, cannot protect a file");

            assertThatExceptionOfType(ServiceStopException.class)
                    .isThrownBy(service::stop)
                    .withMessage("Service 'protected' was stopped, but its temporary directory could not be deleted.\n"
                            + "  not deleted:\n    " + directory.resolve("b") + ": Operation not permitted\n"
                            + "  log: " + service.log().file());

            assertThat(service.isRunning()).isFalse();
            assertThat(directory).isDirectoryNotContaining(file -> !file.endsWith("b"));
        } finally {
            chattr("-i", directory.resolve("b"));
            service.stop();
            TreeDeletion.delete(directory);
        }
    }

    @Test
    void is_named_with_a_start_that_has_failed() throws Exception {
        ServiceSpec spec = ShellService.of(
                        "failed", "touch \"$1/a\"; chattr +i \"$1/a\" || exit 2; echo $1; exit 1", "${tempDir}")
                .readyPattern("never")
                .build();

        assertThatExceptionOfType(ServiceStartException.class)
                .isThrownBy(() -> ServiceLauncher.start(spec))
                .satisfies(failure -> {
                    assumeTrue(
                            String.valueOf(failure.getMessage()).contains("code 1"),
                            "this user, or file system, cannot protect a file");
                    String message = String.valueOf(failure.getSuppressed()[0].getMessage());
                    Path file = Path.of(message.lines().toList().get(2).strip().replaceAll(": .*", ""));
                    chattr("-i", file);
                    TreeDeletion.delete(Path.of(String.valueOf(file.getParent())));
                    assertThat(message).contains("was stopped, but its temporary directory could not be deleted.\n");
                });
    }

    @Test
    void names_ten_files_of_many() {
        List<Leftover> many = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> new Leftover(Path.of("/tmp/" + number), "permission denied"))
                .toList();

        assertThat(FailureReport.notStopped("many", List.of(), many, Path.of("many.log")))
                .hasMessageEndingWith("\n    /tmp/10: permission denied\n    and 2 more\n  log: many.log");
    }

    private static RunningService start(String name, String script) {
        return ServiceLauncher.start(ShellService.of(name, script, "${tempDir}")
                .readyPattern("ready")
                .build());
    }

    private static boolean chattr(String change, Path file) throws Exception {
        try {
            return new ProcessBuilder("chattr", change, file.toString()).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
