package io.github.managedservice.internal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class LedgerFolderTests {

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
    void a_ledger_of_another_boot_is_deleted_and_one_of_another_container_kept() throws Exception {
        JvmIdentity self = JvmIdentity.ofThisJvm();
        Path boot = folder.create(self);
        Files.writeString(boot, "run another-boot " + self.namespace() + " 1 1\nexpect 5\n");
        Path container = folder.create(self);
        Files.writeString(container, "run " + self.boot() + " pid:[1] 1000000000 1\nexpect 5\n");

        folder.sweep(self);

        assertThat(ledgers()).containsExactly(container);
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

    @Test
    void only_the_owner_can_look_at_a_ledger() throws Exception {
        Path ledger = folder.create(JvmIdentity.ofThisJvm());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ledger)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_folder_that_others_can_write_is_refused() throws Exception {
        Files.createDirectory(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> folder.create(JvmIdentity.ofThisJvm()))
                .isInstanceOf(IOException.class)
                .hasMessage(path + " is not a private directory of this user");
    }

    @Test
    void a_link_is_not_followed() throws Exception {
        Path elsewhere = Files.createDirectory(
                base.resolve("elsewhere"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createSymbolicLink(path, elsewhere);

        assertThatThrownBy(() -> folder.create(JvmIdentity.ofThisJvm()))
                .isInstanceOf(IOException.class)
                .hasMessage(path + " is not a private directory of this user");
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

    private List<Path> ledgers() throws IOException {
        try (Stream<Path> ledgers = Files.list(path)) {
            return ledgers.toList();
        }
    }
}
