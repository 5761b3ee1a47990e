package io.github.managedservice.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.process.BackOff;
import io.github.managedservice.internal.process.Habits;
import io.github.managedservice.internal.process.Token;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class GuardTests {

    private final Token token = Token.next();

    @AfterEach
    void nothing_is_left() {
        assertThat(token.processes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ends_a_service_whose_jvm_was_killed(Habits habit) throws Exception {
        try (ForkedJvm jvm = ForkedJvm.start(habit, token)) {
            assertThat(token.processes()).hasSizeGreaterThanOrEqualTo(habit.processes());

            jvm.kill();
            assertGuardLeavesNothing(jvm);
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'h', 'x'})
    void ends_a_service_whose_jvm_has_ended_without_it(char how) throws Exception {
        try (ForkedJvm jvm = ForkedJvm.start(Habits.DOUBLE_FORKED_DAEMON, token)) {
            jvm.end(how);
            assertGuardLeavesNothing(jvm);
        }
    }

    @Test
    void ends_with_its_jvm_when_no_service_is_left() throws Exception {
        try (ForkedJvm jvm = ForkedJvm.start(Habits.PLAIN, token)) {
            int exitCode = jvm.end('n');
            assertGuardLeavesNothing(jvm);

            assertThat(exitCode).isZero();
        }
    }

    @Test
    void ignores_what_a_terminal_sends() throws Exception {
        try (ForkedJvm jvm = ForkedJvm.start(Habits.CHILD_IN_OWN_SESSION, token)) {
            for (String signal : List.of("HUP", "INT", "QUIT", "TERM", "TSTP", "PIPE")) {
                ForkedJvm.signal(signal, jvm.guard().pid());
            }

            jvm.kill();
            assertGuardLeavesNothing(jvm);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DAEMON_WITHOUT_ENVIRONMENT", "WITHOUT_MARKS"})
    void is_started_again_with_all_it_knew_when_it_was_killed(Habits habit) throws Exception {
        try (ForkedJvm jvm = ForkedJvm.start(habit, token)) {
            ProcessHandle first = jvm.guard();

            jvm.replaceGuard();
            jvm.kill();
            assertGuardLeavesNothing(jvm);

            assertThat(jvm.guard()).isNotEqualTo(first);
        }
    }

    @Test
    void outlives_the_group_of_its_jvm() throws Exception {
        try (ForkedJvm jvm = ForkedJvm.startInGroup(Habits.PLAIN, token)) {
            jvm.killGroup();
            assertGuardLeavesNothing(jvm);
        }
    }

    @Test
    void outlives_a_stop_command_that_kills_its_own_group() throws Exception {
        try (ForkedJvm jvm = ForkedJvm.start(Habits.PLAIN, token, "kill -s KILL 0", "PT0.3S")) {
            jvm.kill();
            assertGuardLeavesNothing(jvm);
        }
    }

    @Test
    void runs_the_stop_command_before_it_kills(@TempDir Path directory) throws Exception {
        String service = "echo $$ >'DIR/pid'; trap \"echo asked >'DIR/end'; exit\" USR1; "
                + "(setsid env -i /bin/sh -c '(echo up; exec sleep $0) &' $1 &); echo up; sleep $1 & wait";
        String stop =
                "pwd >'DIR/where'; tr '\\0' '|' </proc/$$/environ >'DIR/environment'; kill -USR1 $(cat 'DIR/pid')";
        try (ForkedJvm jvm = ForkedJvm.start(in(directory, service), 2, token, in(directory, stop), "PT20S")) {
            jvm.kill();
            assertGuardLeavesNothing(jvm);

            assertThat(directory.resolve("end")).hasContent("asked");
            assertThat(directory.resolve("where")).hasContent("/tmp");
            assertThat(Files.readString(directory.resolve("environment")).split("\\|", -1))
                    .containsExactlyInAnyOrder(
                            "PATH=/usr/bin:/bin",
                            "odd.name=it's\nodd",
                            ProcessMark.VARIABLE + "=" + jvm.mark().cookie(),
                            "");
        }
    }

    @Test
    void runs_a_stop_command_that_has_an_equals_sign_in_its_path(@TempDir Path directory) throws Exception {
        Path shell = Files.createSymbolicLink(
                Files.createDirectory(directory.resolve("a=b")).resolve("sh"), Path.of("/bin/sh"));
        Path ran = directory.resolve("ran");
        try (ForkedJvm jvm = ForkedJvm.startStoppedBy(shell, token, "touch '" + ran + "'", "PT2S")) {
            jvm.kill();
            assertGuardLeavesNothing(jvm);

            assertThat(ran).exists();
        }
    }

    @Test
    void leaves_no_zombie_while_it_waits() throws Exception {
        try (ForkedJvm jvm = ForkedJvm.start(Habits.PLAIN, token)) {
            // The scout, and a shell behind it.
            BackOff backOff = new BackOff(Duration.ofSeconds(20));
            while (scoutsOf(jvm).isEmpty() && !backOff.isOver()) {
                backOff.pause();
            }

            assertThat(scoutsOf(jvm))
                    .isNotEmpty()
                    .allMatch(scout -> scout.children().findAny().isEmpty());
            jvm.kill();
            assertGuardLeavesNothing(jvm);
        }
    }

    private static List<ProcessHandle> scoutsOf(ForkedJvm jvm) {
        return jvm.guard()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("awk"))
                .toList();
    }

    /** As a program does that HotSpot starts when memory runs out, or native code that forks. */
    @Test
    void sees_the_end_of_a_jvm_whose_pipe_another_holds() throws Exception {
        try (ForkedJvm jvm = ForkedJvm.start(Habits.CHILD_IN_OWN_SESSION, token);
                OutputStream held = new FileOutputStream("/proc/" + jvm.guard().pid() + "/fd/0")) {

            jvm.kill();
            assertGuardLeavesNothing(jvm);
            assertThat(held).isNotNull();
        }
    }

    @Test
    void ends_a_stop_command_that_takes_too_long_and_the_service_with_it() throws Exception {
        String stop = "sleep $1 & exec sleep $1";
        try (ForkedJvm jvm = ForkedJvm.start(Habits.DOUBLE_FORKED_DAEMON, token, stop, "PT0.3S")) {
            jvm.kill();
            assertGuardLeavesNothing(jvm);
        }
    }

    @Test
    void runs_the_stop_command_once_where_that_was_enough(@TempDir Path directory) throws Exception {
        String service = "echo $$ >'DIR/pid'; echo up; exec sleep $1";
        String stop = "echo asked >>'DIR/calls'; kill $(cat 'DIR/pid')";
        try (ForkedJvm jvm = ForkedJvm.start(in(directory, service), 1, token, in(directory, stop), "PT20S")) {
            jvm.replaceGuard();
            jvm.kill();
            assertGuardLeavesNothing(jvm);

            assertThat(directory.resolve("calls")).hasContent("asked");
        }
    }

    /** What the service makes is for others to keep, such as a container. */
    @Test
    void runs_the_stop_command_again_when_the_service_had_to_be_killed(@TempDir Path directory) throws Exception {
        String service = "echo up; while :; do touch 'DIR/container'; sleep 0.01; done";
        String stop = "rm -f 'DIR/container'";
        try (ForkedJvm jvm = ForkedJvm.start(in(directory, service), 1, token, in(directory, stop), "PT2S")) {
            jvm.kill();
            assertGuardLeavesNothing(jvm);

            assertThat(directory.resolve("container")).doesNotExist();
        }
    }

    @Test
    void runs_the_stop_command_until_there_is_what_it_stops(@TempDir Path directory) throws Exception {
        String service = "echo $$ >'DIR/pid'; echo up; until [ -e 'DIR/asked' ]; do sleep 0.01; done; "
                + "touch 'DIR/container'; exec sleep $1";
        String stop = "[ -e 'DIR/container' ] && kill $(cat 'DIR/pid'); rm -f 'DIR/container'; touch 'DIR/asked'";
        try (ForkedJvm jvm = ForkedJvm.startStarting(in(directory, service), token, in(directory, stop), "PT1000S")) {
            jvm.kill();
            assertGuardLeavesNothing(jvm);

            assertThat(directory.resolve("container")).doesNotExist();
        }
    }

    @Test
    void runs_the_stop_command_again_when_a_client_that_was_being_started_has_ended(@TempDir Path directory)
            throws Exception {
        String service = "echo up; until [ -e 'DIR/asked' ]; do sleep 0.01; done; touch 'DIR/container'";
        String stop = "rm -f 'DIR/container'; touch 'DIR/asked'; sleep 0.2";
        try (ForkedJvm jvm = ForkedJvm.startStarting(in(directory, service), token, in(directory, stop), "PT20S")) {
            jvm.replaceGuard();
            jvm.kill();
            assertGuardLeavesNothing(jvm);

            assertThat(directory.resolve("container")).doesNotExist();
        }
    }

    @Test
    void goes_on_when_the_service_has_ended_already(@TempDir Path directory) throws Exception {
        String stop = "echo asked >'DIR/asked'";
        try (ForkedJvm jvm = ForkedJvm.start(Habits.ROOT_HAS_EXITED, token, in(directory, stop), "PT20S")) {
            jvm.kill();
            assertGuardLeavesNothing(jvm);

            assertThat(directory.resolve("asked")).hasContent("asked");
        }
    }

    @Test
    void deletes_the_directories_of_a_jvm_that_was_killed_but_follows_no_link(@TempDir Path base) throws Exception {
        Path directory = Files.createDirectories(base.resolve("it's\none/of it").resolve("-rf"));
        Path stranger = Files.writeString(
                Files.createDirectory(base.resolve("stranger")).resolve("file"), "kept");
        Files.writeString(directory.resolve("file"), "lost");
        Files.createSymbolicLink(directory.resolve("link"), stranger.getParent());
        try (ForkedJvm jvm = ForkedJvm.start(directory, token)) {
            jvm.order('d');
            jvm.replaceGuard();
            jvm.kill();
            assertGuardLeavesNothing(jvm);

            assertThat(directory).doesNotExist();
            assertThat(directory.getParent()).isEmptyDirectory();
            assertThat(stranger).hasContent("kept");
        }
    }

    @Test
    void leaves_a_directory_alone_that_was_deleted_before(@TempDir Path directory) throws Exception {
        try (ForkedJvm jvm = ForkedJvm.start(directory, token)) {
            jvm.order('d');
            jvm.order('u');
            jvm.replaceGuard();
            jvm.kill();
            assertGuardLeavesNothing(jvm);

            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void refuses_to_be_told_of_a_directory_that_nobody_can_mean() {
        assertThatThrownBy(() -> Guard.shared().created(Path.of("/tmp")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a directory to delete: /tmp.");
    }

    @Test
    void guards_again_after_it_was_lost_while_nothing_was_to_guard(@TempDir Path base) throws Exception {
        Guard guard = new Guard(new LedgerFolder(base));
        ProcessMark mark = MarkNumbers.newMark();
        ProcessHandle first = expect(guard, mark);
        guard.ended(mark);

        first.destroyForcibly();
        Ending.await(first);
        ProcessHandle second = expect(guard, mark);
        guard.ended(mark);
        second.destroyForcibly();

        assertThat(second).isNotEqualTo(first);
    }

    /** Its loss is seen by whoever has something to tell, and by a thread that waits for it. */
    @Test
    void is_replaced_once_by_whoever_sees_its_loss_first(@TempDir Path base) throws Exception {
        Guard guard = new Guard(new LedgerFolder(base));
        ProcessMark mark = MarkNumbers.newMark();
        ProcessHandle first = expect(guard, mark);
        Thread waiting;
        synchronized (guard) {
            first.destroyForcibly();
            Ending.await(first);
            waiting = blockedBy(guard);

            guard.ready(mark);
        }
        waiting.join();

        OptionalLong second = guard.pid();
        List<String> ledger = ledger(base);
        guard.ended(mark);
        ProcessHandle.of(second.orElseThrow()).ifPresent(ProcessHandle::destroyForcibly);
        assertThat(ledger).filteredOn(line -> line.startsWith("guard ")).hasSize(2);
    }

    @Test
    void ends_with_its_ledger_when_nothing_was_to_be_guarded_for_a_while(@TempDir Path base) throws Exception {
        Guard guard = new Guard(new LedgerFolder(base), Duration.ofMillis(10));
        ProcessMark mark = MarkNumbers.newMark();
        ProcessHandle process = expect(guard, mark);

        guard.ended(mark);

        Ending.await(process);
        assertThat(guard.pid()).isEmpty();
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void ends_when_the_last_directory_is_gone_too(@TempDir Path base) throws Exception {
        Guard guard = new Guard(new LedgerFolder(base), Duration.ofMillis(10));
        ProcessMark mark = MarkNumbers.newMark();
        guard.created(base.resolve("one/of/it"));
        ProcessHandle process = processOf(guard);
        guard.expect(mark, Optional.empty());
        guard.ended(mark);
        boolean alive = process.isAlive();

        guard.deleted(base.resolve("one/of/it"));

        Ending.await(process);
        assertThat(alive).isTrue();
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void guards_again_after_it_has_ended_for_want_of_work(@TempDir Path base) throws Exception {
        Guard guard = new Guard(new LedgerFolder(base), Duration.ofMillis(10));
        ProcessMark mark = MarkNumbers.newMark();
        for (int round = 0; round < 3; round++) {
            ProcessHandle process = expect(guard, mark);
            assertThat(ledger(base)).contains("expect " + mark.cookie());

            guard.ended(mark);

            Ending.await(process);
        }
    }

    @Test
    void ends_when_it_was_prepared_for_nothing(@TempDir Path base) throws Exception {
        Guard guard = new Guard(new LedgerFolder(base), Duration.ofMillis(10));
        guard.prepare();
        ProcessHandle process = processOf(guard);

        Ending.await(process);

        assertThat(guard.pid()).isEmpty();
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void serves_the_service_for_which_it_was_prepared(@TempDir Path base) throws Exception {
        Guard guard = new Guard(new LedgerFolder(base), Duration.ofDays(1));
        guard.prepare();
        ProcessHandle prepared = processOf(guard);
        ProcessMark mark = MarkNumbers.newMark();

        ProcessHandle process = expect(guard, mark);
        guard.prepare();

        assertThat(process).isEqualTo(prepared);
        assertThat(processOf(guard)).isEqualTo(prepared);
        assertThat(ledger(base)).contains("expect " + mark.cookie());
        prepared.destroyForcibly();
    }

    @Test
    void serves_one_service_after_the_other(@TempDir Path base) throws Exception {
        Guard guard = new Guard(new LedgerFolder(base), Duration.ofDays(1));
        Set<ProcessHandle> processes = new HashSet<>();
        for (int service = 0; service < 50; service++) {
            ProcessMark mark = MarkNumbers.newMark();
            processes.add(expect(guard, mark));
            guard.ended(mark);
        }

        processes.forEach(ProcessHandle::destroyForcibly);

        assertThat(processes).hasSize(1);
    }

    /** Whoever goes on writing to one that does not read would wait for ever once the pipe between them is full. */
    @ParameterizedTest
    @CsvSource({"1200, 0", "1, 200000", "30, 3000"})
    @Timeout(60)
    void is_replaced_when_it_is_stopped(int services, int length, @TempDir Path base) throws Exception {
        Guard guard = new Guard(new LedgerFolder(base), Duration.ofDays(1));
        ProcessMark first = MarkNumbers.newMark();
        ProcessHandle stopped = expect(guard, first);
        ForkedJvm.signal("STOP", stopped.pid());
        StopCommand stop =
                new StopCommand(List.of("/bin/true"), base, Map.of("LONG", "x".repeat(length)), Duration.ofSeconds(1));

        for (int service = 0; service < services; service++) {
            ProcessMark mark = MarkNumbers.newMark();
            guard.expect(mark, Optional.of(stop).filter(its -> length > 0));
            guard.ended(mark);
        }

        Ending.await(stopped);
        ProcessHandle second = processOf(guard);
        guard.ended(first);
        second.destroyForcibly();
        assertThat(second).isNotEqualTo(stopped);
    }

    @Test
    @Timeout(60)
    void is_replaced_for_a_thread_that_is_interrupted_too(@TempDir Path base) throws Exception {
        Guard guard = new Guard(new LedgerFolder(base), Duration.ofDays(1));
        ProcessMark first = MarkNumbers.newMark();
        ProcessHandle stopped = expect(guard, first);
        ForkedJvm.signal("STOP", stopped.pid());
        Thread.currentThread().interrupt();

        for (int service = 0; service < 3000; service++) {
            guard.ready(first);
        }

        boolean interrupted = Thread.interrupted();
        Ending.await(stopped);
        guard.ended(first);
        processOf(guard).destroyForcibly();
        assertThat(interrupted).isTrue();
    }

    /** After the JVM has ended. */
    private void assertGuardLeavesNothing(ForkedJvm jvm) throws InterruptedException {
        jvm.awaitGuardsEnd();
        assertThat(token.processes()).isEmpty();
    }

    /** Announces a service, and returns the process of the guard. */
    private static ProcessHandle expect(Guard guard, ProcessMark mark) {
        guard.expect(mark, Optional.empty());
        return processOf(guard);
    }

    private static ProcessHandle processOf(Guard guard) {
        return ProcessHandle.of(guard.pid().orElseThrow()).orElseThrow();
    }

    private static Thread blockedBy(Object monitor) throws InterruptedException {
        BackOff backOff = new BackOff(Duration.ofSeconds(20));
        while (!backOff.isOver()) {
            for (ThreadInfo info : ManagementFactory.getThreadMXBean().dumpAllThreads(false, false)) {
                if (info.getThreadState() == Thread.State.BLOCKED
                        && info.getLockInfo().getIdentityHashCode() == System.identityHashCode(monitor)) {
                    return Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getId() == info.getThreadId())
                            .findFirst()
                            .orElseThrow();
                }
            }
            backOff.pause();
        }
        throw new AssertionError("No thread has wanted the guard within 20 s.");
    }

    private static List<String> ledger(Path base) throws IOException {
        try (Stream<Path> files = Files.walk(base)) {
            return Files.readAllLines(
                    files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
    }

    @Test
    void guards_a_directory_before_there_is_a_service(@TempDir Path base) {
        Guard guard = new Guard(new LedgerFolder(base));
        Path directory = base.resolve("one/of/it");

        guard.created(directory);
        OptionalLong pid = guard.pid();
        guard.deleted(directory);

        assertThat(pid).isPresent();
        ProcessHandle.of(pid.getAsLong()).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void refuses_to_be_told_of_a_process_that_was_not_announced() {
        ProcessMark mark = new ProcessMark(77);

        assertThatThrownBy(() -> Guard.shared().started(mark, 1, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The guard was not told to expect mark 77.");
    }

    @Test
    void may_be_told_that_a_service_was_ready_which_has_ended_meanwhile() {
        assertThatCode(() -> Guard.shared().ready(new ProcessMark(77))).doesNotThrowAnyException();
    }

    private static String in(Path directory, String script) {
        return script.replace("DIR", directory.toString());
    }
}
