package io.github.managedservice.internal.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.managedservice.Eventually;
import io.github.managedservice.ExecutableFile;
import io.github.managedservice.JavaCommand;
import io.github.managedservice.internal.os.ProcessScan.Marks;
import io.github.managedservice.internal.process.BackOff;
import io.github.managedservice.internal.process.StartedService;
import io.github.managedservice.internal.process.TreeProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
            assertThat(table.startedSince(entry.start()))
                    .extracting(ProcessEntry::pid)
                    .contains(entry.pid());
        }
    }

    @Test
    void tells_whether_there_is_a_process() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertThat(table.exists(ProcessHandle.current().pid())).isTrue();
        assertThat(table.exists(ended.pid())).isFalse();
    }

    @Test
    void knows_whose_numbers_it_has(@TempDir Path proc) throws Exception {
        assertThat(ProcMount.isOf(5, proc.toFile())).isFalse();
        Files.createSymbolicLink(proc.resolve("self"), Path.of("5"));

        assertThat(ProcMount.isOf(5, proc.toFile())).isTrue();
        assertThat(ProcMount.isOf(55, proc.toFile())).isFalse();
    }

    /** The numbers of another namespace are there, and each may be that of a stranger here. */
    @Test
    void is_not_used_in_a_namespace_that_has_no_mount_of_its_own() throws Exception {
        ProcessBuilder unshared = new ProcessBuilder("unshare", "--pid", "--fork").redirectErrorStream(true);
        unshared.command().addAll(JavaCommand.of(JavaCommand.QUICK, OwnNamespace.class));
        Process process = unshared.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(!printed.contains("unshare failed"), "only root may make a pid namespace here");

        assertThat(printed).contains("Table None", "Runs true", "Survivors []", "Exit 137", "Has ended true");
        assertThat(printed).contains("/proc is that of another pid namespace here");
    }

    @Test
    void is_not_misled_by_the_name_of_a_program(@TempDir Path directory) throws Exception {
        Path program = directory.resolve("a) Z 1\n(b");
        ExecutableFile.copy(Path.of("/bin/sleep"), program);
        try (StartedService service = StartedService.shell("\"$1\" 1000 & echo $!; wait", program.toString())) {
            long pid = Long.parseLong(service.lines().next());
            Path name = Path.of("/proc/" + pid + "/comm");
            Eventually.holds(() -> Files.readString(name).startsWith("a)"));

            ProcessEntry entry = table.entry(pid).orElseThrow();

            assertThat(entry.parent()).isEqualTo(service.process().pid());
            assertThat(entry.alive()).isTrue();
        }
    }

    @Test
    void a_thread_of_this_jvm_is_no_process() throws Exception {
        CompletableFuture<Path> link = new CompletableFuture<>();
        CountDownLatch seen = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            try {
                link.complete(Files.readSymbolicLink(Path.of("/proc/thread-self")));
                seen.await();
            } catch (IOException | InterruptedException e) {
                link.completeExceptionally(e);
            }
        });
        thread.start();

        long id = Long.parseLong(link.get(20, TimeUnit.SECONDS).getFileName().toString());

        assertThat(table.entry(id)).isEmpty();
        assertThat(table.entry(ProcessHandle.current().pid())).isPresent();
        seen.countDown();
        thread.join();
    }

    @Test
    void leaves_out_who_is_older() {
        assertThat(table.startedSince(table.now() - 1))
                .extracting(ProcessEntry::pid)
                .doesNotContain(ProcessHandle.current().pid());
    }

    @Test
    void knows_a_session_from_a_group() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash, whose job control makes groups");
        try (StartedService service = StartedService.shell("exec bash -c 'set -m; sleep 1000 & echo $!; wait'")) {
            long pid = Long.parseLong(service.lines().next());

            assertThat(table.entry(pid).orElseThrow().session())
                    .isEqualTo(service.process().pid());
        }
    }

    @Test
    void takes_a_process_for_alive_whose_first_thread_has_ended() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "there is no Python, which can end a first thread");
        String program = "import ctypes, threading, time; threading.Thread(target=time.sleep, args=(1000,)).start();"
                + " print('up', flush=True); ctypes.CDLL(None).pthread_exit(None)";
        try (StartedService service = StartedService.shell("exec python3 -c \"$1\"", program)) {
            service.lines().await("up", 1);
            Path stat = Path.of("/proc/" + service.process().pid() + "/stat");
            BackOff backOff = new BackOff(Duration.ofSeconds(20));
            while (!Files.readString(stat).contains(") Z ") && !backOff.isOver()) {
                backOff.pause();
            }

            assertThat(Files.readString(stat)).contains(") Z ");
            assertThat(table.entry(service.process().pid()).orElseThrow().alive())
                    .isTrue();
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

    /** It becomes readable while the reader asks whether the process has any memory. */
    @Test
    void reads_an_environment_again_that_is_empty_in_the_middle_of_an_exec(@TempDir Path proc) throws Exception {
        Path process = Files.createDirectory(proc.resolve("77"));
        Path environment = Files.createFile(process.resolve("environ"));
        Path size = process.resolve("statm");
        assertThat(new ProcessBuilder("mkfifo", size.toString()).start().waitFor())
                .isZero();
        Thread kernel = new Thread(() -> {
            try (OutputStream asked = Files.newOutputStream(size)) {
                Files.writeString(environment, "A=1\0" + ProcessMark.VARIABLE + "=5:9\0");
                asked.write("100 10 10\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        kernel.setDaemon(true);
        kernel.start();

        Marks marks = new ProcFileSystem(proc.toFile()).marks(77);

        assertThat(marks.variable()).isEqualTo("5:9");
    }

    @Test
    void knows_the_process_created_last() throws Exception {
        long before = table.newestPid();

        Process process = new ProcessBuilder("/bin/true").start();

        assertThat(process.waitFor()).isZero();
        assertThat(table.newestPid()).isNotEqualTo(before).isLessThan(table.pidLimit());
    }
}
