package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.managedservice.internal.guard.Guard;
import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.output.OutputLine;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.process.TreeProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ServiceRunTests {

    private final QuickTime time = new QuickTime();

    /** Somebody whom no signal of ours may reach holds its pipe, for a part of the time we wait. */
    @Test
    void its_end_awaits_what_others_still_print(@TempDir Path folder) throws Exception {
        try (OutputLog log = OutputLog.open(folder.resolve("service.log"))) {
            ServiceRun run = start(folder, log);
            OutputStream pipe = Files.newOutputStream(Path.of("/proc/" + run.pid() + "/fd/1"));
            CompletableFuture<Void> printed = run.onExit()
                    .thenRunAsync(
                            () -> print(pipe, "last words\n"),
                            CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));

            assertThat(run.end()).isEmpty();

            assertThat(log.lines(0)).extracting(OutputLine::text).endsWith("last words");
            printed.join();
        }
    }

    /** The process is seen to be gone a moment before its exit code is. */
    @RepeatedTest(20)
    void its_exit_is_known_at_its_end(@TempDir Path folder) throws Exception {
        try (OutputLog log = OutputLog.open(folder.resolve("service.log"))) {
            ServiceRun run = start(folder, log);

            assertThat(run.end()).isEmpty();

            assertThat(run.onExit()).isCompleted();
        }
    }

    /** Whatever hides it from all who look: it has not ended. */
    @Test
    void one_whose_end_is_never_told_is_named_until_it_is(@TempDir Path folder) throws Exception {
        Guard guard = Guard.shared();
        try (OutputLog log = OutputLog.open(folder.resolve("service.log"))) {
            ServiceRun run = start(folder, log);
            ProcessMark mark = run.launch().mark();
            time.never(run.onExit());

            // The thread that tells of the end tells the guard first.
            synchronized (guard) {
                assertThat(run.end())
                        .extracting(TreeProcess::pid, TreeProcess::why)
                        .containsExactly(tuple(run.pid(), "is the service itself"));
                assertThatNoException().isThrownBy(() -> guard.started(mark, run.pid(), 1));
            }

            run.onExit().get(20, TimeUnit.SECONDS);
            assertThat(run.end()).isEmpty();
            assertThatIllegalStateException().isThrownBy(() -> guard.started(mark, run.pid(), 1));
        }
    }

    private ServiceRun start(Path folder, OutputLog log) throws IOException {
        Launch launch =
                new Launch(List.of("/bin/sh", "-c", "exec sleep 1000"), folder, Map.of(), MarkNumbers.newMark());
        return ServiceRun.start("sleeping", launch, Optional.empty(), log, time);
    }

    private static void print(OutputStream pipe, String text) {
        try (pipe) {
            pipe.write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
