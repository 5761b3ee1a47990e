package io.github.managedservice.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.os.FileLockLimit;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.process.Habits;
import io.github.managedservice.internal.process.StartedService;
import io.github.managedservice.internal.process.Token;
import io.github.managedservice.internal.process.TreeProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that has services and is itself one. */
@EnabledOnOs(OS.LINUX)
class NestedRunTests {

    private final Token token = Token.next();

    @AfterEach
    void nothing_is_left() {
        assertThat(token.processes()).isEmpty();
    }

    @Test
    void a_nested_service_carries_the_marks_of_both() throws Exception {
        try (StartedService outer = start(Habits.PLAIN)) {
            ProcessMark mark = new ProcessMark(Long.parseLong(outer.lines().next()));
            outer.lines().next();
            String pid = outer.lines().next();

            FileLockLimit limit = FileLockLimit.of(pid).orElseThrow();

            assertThat(limit)
                    .isEqualTo(new FileLockLimit(mark.cookie(), outer.mark().cookie()));
        }
    }

    @Test
    void all_ends_with_the_outer_service() throws Exception {
        try (StartedService outer = start(Habits.DAEMON_WITHOUT_ENVIRONMENT)) {
            outer.lines().next();
            ProcessHandle guard =
                    ProcessHandle.of(Long.parseLong(outer.lines().next())).orElseThrow();
            outer.lines().next();

            List<TreeProcess> survivors = outer.tree().kill(Duration.ofSeconds(20));

            assertThat(survivors).isEmpty();
            assertThat(token.processes()).isEmpty();
            assertThat(guard.info().commandLine()).isEmpty();
        }
    }

    @Test
    void a_nested_service_ends_with_the_nested_jvm() throws Exception {
        try (StartedService outer = start(Habits.DAEMON_WITHOUT_ENVIRONMENT)) {
            outer.lines().next();
            ProcessHandle guard =
                    ProcessHandle.of(Long.parseLong(outer.lines().next())).orElseThrow();

            outer.tree().ask("KILL");
            Ending.await(guard);

            assertThat(token.processes()).isEmpty();
        }
    }

    /** Whoever ends the outer service looks after the nested one. */
    @Test
    void a_nested_run_keeps_no_ledger(@TempDir Path temporary) throws Exception {
        try (StartedService outer = start(Habits.PLAIN, "-Djava.io.tmpdir=" + temporary)) {
            outer.lines().next();

            assertThat(temporary).isEmptyDirectory();
        }
    }

    private StartedService start(Habits habit, String... options) throws Exception {
        List<String> command = ForkedJvm.command(habit.script(), habit.processes(), token);
        command.addAll(1, List.of(options));
        command.add(1, "-Dnested=true");
        return StartedService.of(command, Map.of("PATH", "/usr/bin:/bin"));
    }
}
