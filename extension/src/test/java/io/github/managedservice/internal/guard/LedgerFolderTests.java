package io.github.managedservice.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.managedservice.LoggedMessages;
import io.github.managedservice.internal.os.ProcFileSystem;
import io.github.managedservice.internal.os.ProcessEntry;
import io.github.managedservice.internal.process.Habits;
import io.github.managedservice.internal.process.Lines;
import io.github.managedservice.internal.process.Token;
import io.github.managedservice.internal.text.ShellWord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@EnabledOnOs(OS.LINUX)
@Execution(value = ExecutionMode.SAME_THREAD, reason = "some tests read what any of them logs")
@Timeout(60)
class LedgerFolderTests {

    private static final long NO_PID = 1_000_000_000;

    private final Token token = Token.next();
    private final Path base;
    private final LedgerFolder folder;
    private final Path path;

    LedgerFolderTests(@TempDir Path base) throws IOException {
        this.base = base;
        this.folder = new LedgerFolder(base);
        this.path = base.resolve("managed-service-" + Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(token.processes()).isEmpty();
    }

    @Test
    void what_jvm_and_guard_left_when_they_were_killed_at_once_is_ended_by_the_next_run() throws Exception {
        try (ForkedJvm jvm = ForkedJvm.startIn(base, Habits.DAEMON_WITHOUT_ENVIRONMENT, token)) {
            jvm.killWithGuard();
            List<ProcessHandle> left = token.processes();
            assertThat(left).isNotEmpty();

            folder.sweep(JvmIdentity.ofThisJvm());

            for (ProcessHandle process : left) {
                Ending.await(process);
            }
            Ending.awaitAbsence(path);
        }
    }

    @Test
    void a_run_that_is_at_work_is_left_alone() throws Exception {
        try (ForkedJvm jvm = ForkedJvm.startIn(base, Habits.PLAIN, token)) {

            folder.sweep(JvmIdentity.ofThisJvm());

            assertThat(ledgers()).hasSize(1);
            assertThat(token.processes()).hasSizeGreaterThanOrEqualTo(Habits.PLAIN.processes());
            jvm.end('n');
            jvm.awaitGuardsEnd();
            assertThat(path).doesNotExist();
        }
    }

    @Test
    void what_was_left_is_ended_by_the_first_service_of_the_next_run() throws Exception {
        Path left = folder.create(JvmIdentity.ofThisJvm());
        Files.writeString(left, killedRun() + "ledger 0 " + ShellWord.quote(left.toString()) + '\n');
        try (ForkedJvm jvm = ForkedJvm.startIn(base, Habits.PLAIN, token)) {

            Ending.awaitAbsence(left);

            jvm.end('n');
            jvm.awaitGuardsEnd();
        }
    }

    @Test
    void a_run_whose_guard_is_still_at_work_is_left_alone() throws Exception {
        JvmIdentity self = JvmIdentity.ofThisJvm();
        ProcessEntry.Identity guard = self.process();
        Files.writeString(folder.create(self), killedRun() + "guard " + guard.pid() + ' ' + guard.start() + '\n');

        assertThat(messagesOfSweep()).isEmpty();
    }

    @Test
    void a_run_that_has_lost_its_guard_is_left_alone() throws Exception {
        JvmIdentity self = JvmIdentity.ofThisJvm();
        Files.writeString(folder.create(self), self.line() + "guard " + NO_PID + " 1\n");

        assertThat(messagesOfSweep()).isEmpty();
    }

    @Test
    void a_run_whose_pid_is_another_process_by_now_was_killed() throws Exception {
        JvmIdentity self = JvmIdentity.ofThisJvm();
        Files.writeString(
                folder.create(self), run(self.process().pid(), self.process().start() - 1));

        assertThat(messagesOfSweep()).containsExactly(killed(self.process().pid()));
    }

    /** As in a container whose first process does not care for orphans. */
    @Test
    void a_run_that_is_dead_but_still_in_the_process_table_was_killed() throws Exception {
        Process parent = new ProcessBuilder("/bin/sh", "-c", "sleep 1000 & echo $! >pid; exec cat pid -")
                .directory(base.toFile())
                .start();
        try {
            // Once this is read, the parent is no shell any more, which would reap.
            long pid = Long.parseLong(new Lines(parent.getInputStream()).next());
            ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
            child.destroyForcibly();
            Ending.await(child);
            long start = new ProcFileSystem().entry(pid).orElseThrow().start();
            Files.writeString(folder.create(JvmIdentity.ofThisJvm()), run(pid, start));

            assertThat(messagesOfSweep()).containsExactly(killed(pid));
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_ledger_of_another_boot_is_deleted_and_one_of_another_container_or_clock_kept() throws Exception {
        JvmIdentity self = JvmIdentity.ofThisJvm();
        Path boot = folder.create(self);
        Files.writeString(boot, "run another-boot " + self.namespace() + " 1 1\nexpect 5\n");
        Path container = folder.create(self);
        Files.writeString(container, "run " + self.boot() + " pid:[1] " + NO_PID + " 1\nexpect 5\n");
        Path otherTime = folder.create(self);
        String shifted = new JvmIdentity(
                        self.boot(),
                        self.namespace().replaceFirst("time:.*", "time:[1]"),
                        new ProcessEntry.Identity(
                                self.process().pid(), self.process().start() + 8_640_000))
                .line();
        Files.writeString(otherTime, shifted + "expect 5\n");

        List<String> messages = messagesOfSweep();

        assertThat(ledgers()).containsExactlyInAnyOrder(container, otherTime);
        assertThat(messages).isEmpty();
    }

    @Test
    void a_ledger_that_was_just_begun_or_is_no_ledger_is_kept() throws Exception {
        JvmIdentity self = JvmIdentity.ofThisJvm();
        Path begun = folder.create(self);
        Path strange = folder.create(self);
        Files.writeString(strange, "run to the hills 1 x\n");

        folder.sweep(self);

        assertThat(ledgers()).containsExactlyInAnyOrder(begun, strange);
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void a_damaged_ledger_hides_no_other(byte[] content) throws Exception {
        Path one = folder.create(JvmIdentity.ofThisJvm());
        Path other = folder.create(JvmIdentity.ofThisJvm());
        Path third = folder.create(JvmIdentity.ofThisJvm());
        Files.write(one, content);
        Files.write(third, content);
        Files.writeString(other, killedRun());

        assertThat(messagesOfSweep()).contains(killed(NO_PID));
        assertThat(other).doesNotExist();
    }

    private static Stream<byte[]> damaged() throws IOException {
        String ours = JvmIdentity.ofThisJvm().line();
        return Stream.of(
                        ours + "guard 12 \n",
                        ours + "guard 12 x\nguard\nguard 99999999999999999999 1\n",
                        ours.substring(0, ours.length() - 2),
                        "run " + "x".repeat(100_000),
                        "\0\n\0\n",
                        "run a b 1 99999999999999999999\n",
                        "\uD83D\uDE00\uFFFF\n" + ours)
                .flatMap(text -> Stream.of(
                        ("\u00ff" + text).getBytes(StandardCharsets.ISO_8859_1),
                        text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void what_is_no_file_hides_no_ledger() throws Exception {
        Files.writeString(folder.create(JvmIdentity.ofThisJvm()), killedRun());
        Files.createDirectory(path.resolve("0-directory.ledger"));
        Files.createSymbolicLink(path.resolve("0-loop.ledger"), Path.of("0-loop.ledger"));
        // To open it would be to wait for somebody who writes.
        assertThat(new ProcessBuilder("mkfifo", path.resolve("0-pipe.ledger").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(messagesOfSweep()).containsExactly(killed(NO_PID));
    }

    /** As on a full disk: what is missing of a number makes it another one. */
    @Test
    void a_run_whose_first_line_is_not_complete_is_left_alone() throws Exception {
        String ours = JvmIdentity.ofThisJvm().line();
        Files.writeString(folder.create(JvmIdentity.ofThisJvm()), ours.substring(0, ours.length() - 2));

        assertThat(messagesOfSweep()).isEmpty();
        assertThat(ledgers()).hasSize(1);
    }

    @Test
    void only_the_owner_can_look_at_a_ledger() throws Exception {
        Path ledger = folder.create(JvmIdentity.ofThisJvm());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ledger)))
                .isEqualTo("rw-------");
    }

    @Test
    void another_name_is_taken_for_a_folder_that_others_can_write() throws Exception {
        Files.createDirectory(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertIsElsewhere(folder.create(JvmIdentity.ofThisJvm()));
    }

    private void assertIsElsewhere(Path ledger) throws IOException {
        assertThat(ledger.getParent()).isEqualTo(path.resolveSibling(path.getFileName() + "-2"));
        assertThat(path).isEmptyDirectory();
        Files.writeString(ledger, killedRun());
        assertThat(messagesOfSweep()).containsExactly(killed(NO_PID));
    }

    @Test
    void there_is_no_ledger_where_all_names_are_taken() throws Exception {
        for (String number : List.of("", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9")) {
            Files.createFile(path.resolveSibling(path.getFileName() + number));
        }

        assertThatThrownBy(() -> folder.create(JvmIdentity.ofThisJvm()))
                .isInstanceOf(IOException.class)
                .hasMessage(path + " and the next 8 names are no private directories of this user");
    }

    @Test
    void what_others_may_have_written_is_not_followed() throws Exception {
        Files.writeString(folder.create(JvmIdentity.ofThisJvm()), killedRun());
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(messagesOfSweep()).isEmpty();
    }

    @Test
    @EnabledIf(value = "isRoot", disabledReason = "only root can give a folder to somebody else")
    void another_name_is_taken_for_a_folder_of_somebody_else() throws Exception {
        Files.createDirectory(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        Files.setAttribute(path, "unix:uid", 65_534);

        assertIsElsewhere(folder.create(JvmIdentity.ofThisJvm()));
    }

    static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    @Test
    void another_name_is_taken_for_a_link() throws Exception {
        Path elsewhere = Files.createDirectory(
                base.resolve("elsewhere"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createSymbolicLink(path, elsewhere);

        assertIsElsewhere(folder.create(JvmIdentity.ofThisJvm()));
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void no_stop_command_is_written_to_disk_for_its_environment_may_hold_secrets() throws Exception {
        try (ForkedJvm jvm = ForkedJvm.startIn(base, Habits.PLAIN, token, "exit", "PT1S")) {

            List<String> verbs = Files.readAllLines(ledgers().get(0)).stream()
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();

            assertThat(verbs).containsExactly("run", "ledger", "expect", "guard", "started");
            assertThat(jvm.guard().isAlive()).isTrue();
        }
    }

    private List<String> messagesOfSweep() throws IOException {
        try (LoggedMessages logged = new LoggedMessages()) {
            folder.sweep(JvmIdentity.ofThisJvm());
            return logged.all().stream()
                    .filter(message -> message.startsWith("The test run of pid "))
                    .toList();
        }
    }

    private static String killed(long pid) {
        return "The test run of pid " + pid
                + " was killed together with its guard. What is left of its services is ended now.";
    }

    private static String killedRun() throws IOException {
        return run(NO_PID, 1);
    }

    private static String run(long pid, long start) throws IOException {
        JvmIdentity self = JvmIdentity.ofThisJvm();
        return new JvmIdentity(self.boot(), self.namespace(), new ProcessEntry.Identity(pid, start)).line();
    }

    private List<Path> ledgers() throws IOException {
        try (Stream<Path> ledgers = Files.list(path)) {
            return ledgers.toList();
        }
    }
}
