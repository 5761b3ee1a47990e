package io.github.managedservice.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProcFileSystemTests {

    private final ProcessTable table = new ProcFileSystem();

    @Test
    void tells_who_somebody_is() throws Exception {
        long before = table.now();
        try (StartedService service = StartedService.shell("echo up; exec sleep 1000")) {
            service.lines().await("up", 1);

            ProcessEntry entry = table.entry(service.process().pid()).orElseThrow();

            assertThat(entry.parent()).isEqualTo(ProcessHandle.current().pid());
            assertThat(entry.session()).isEqualTo(service.process().pid());
            assertThat(entry.start()).isBetween(before, table.now() + 2);
            assertThat(entry.alive()).isTrue();
            assertThat(table.startedSince(before)).extracting(ProcessEntry::pid).contains(entry.pid());
        }
    }

    @Test
    void is_not_misled_by_the_name_of_a_program(@TempDir Path directory) throws Exception {
        Path program = directory.resolve("a) Z 1\n(b");
        Files.copy(Path.of("/bin/sleep"), program, StandardCopyOption.COPY_ATTRIBUTES);
        try (StartedService service = StartedService.shell("\"$1\" 1000 & echo $!; wait", program.toString())) {
            long pid = Long.parseLong(service.lines().next());

            ProcessEntry entry = table.entry(pid).orElseThrow();

            assertThat(entry.parent()).isEqualTo(service.process().pid());
            assertThat(entry.alive()).isTrue();
        }
    }

    @Test
    void takes_a_zombie_for_dead() throws Exception {
        // The parent becomes a program that never asks for its child's exit code.
        try (StartedService service = StartedService.shell("sh -c 'echo $$; read gone' <&- & exec sleep 1000")) {
            long pid = Long.parseLong(service.lines().next());
            BackOff backOff = new BackOff(Duration.ofSeconds(20));

            while (table.entry(pid).orElseThrow().alive() && !backOff.isOver()) {
                backOff.pause();
            }

            assertThat(table.entry(pid))
                    .hasValueSatisfying(entry -> assertThat(entry.alive()).isFalse());
            assertThat(service.tree().members()).extracting(TreeProcess::pid).doesNotContain(pid);
        }
    }

    @Test
    void knows_the_process_created_last() throws Exception {
        long before = table.newestPid();

        Process process = new ProcessBuilder("/bin/true").start();

        assertThat(process.waitFor()).isZero();
        assertThat(table.newestPid()).isNotEqualTo(before).isLessThan(table.pidLimit());
    }
}
