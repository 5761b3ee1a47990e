package io.github.managedservice.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.os.FileLocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileClaimTests {

    private Path folder;

    @BeforeEach
    void resolve(@TempDir Path temporary) throws IOException {
        folder = temporary.toRealPath();
    }

    @Test
    void takes_the_name_that_is_wanted() throws IOException {
        try (LogFileClaim claim = LogFileClaim.first(folder.resolve("new/orders.log"))) {
            assertThat(claim.file()).isEqualTo(folder.resolve("new/orders.log"));
        }
    }

    @Test
    void takes_the_next_name_while_services_of_this_jvm_have_it() throws IOException {
        try (LogFileClaim first = LogFileClaim.first(folder.resolve("orders.log"));
                LogFileClaim second = LogFileClaim.first(folder.resolve("../" + folder.getFileName() + "/orders.log"));
                LogFileClaim third = LogFileClaim.first(folder.resolve("orders.log"))) {
            assertThat(List.of(first.file(), second.file(), third.file()))
                    .containsExactly(
                            folder.resolve("orders.log"),
                            folder.resolve("orders-2.log"),
                            folder.resolve("orders-3.log"));
        }
    }

    @Test
    void a_name_without_an_extension_is_numbered_at_its_end() throws IOException {
        try (LogFileClaim first = LogFileClaim.first(folder.resolve(".orders"));
                LogFileClaim second = LogFileClaim.first(folder.resolve(".orders"))) {
            assertThat(first.file()).isEqualTo(folder.resolve(".orders"));
            assertThat(second.file()).isEqualTo(folder.resolve(".orders-2"));
        }
    }

    @Test
    void closing_frees_the_name_and_leaves_nothing() throws IOException {
        LogFileClaim.first(folder.resolve("orders.log")).close();

        try (LogFileClaim claim = LogFileClaim.first(folder.resolve("orders.log"))) {
            assertThat(claim.file()).isEqualTo(folder.resolve("orders.log"));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_log_that_another_jvm_writes_and_reads_is_left_alone() throws IOException {
        try (LogHolder holder = LogHolder.start(folder.resolve("orders.log"));
                OutputLog ours = OutputLog.open(folder.resolve("orders.log"))) {
            assertThat(holder.file()).isEqualTo(folder.resolve("orders.log")).hasContent("held");
            assertThat(ours.file()).isEqualTo(folder.resolve("orders-2.log"));
        }
    }

    @Test
    void a_log_that_another_class_loader_writes_is_left_alone() throws Exception {
        Path wanted = folder.resolve("orders.log");
        try (ForeignLog theirs = ForeignLog.open(wanted);
                LogFileClaim ours = LogFileClaim.first(wanted)) {
            assertThat(theirs.file()).isEqualTo(wanted);
            assertThat(ours.file()).isEqualTo(folder.resolve("orders-2.log"));
        }
    }

    @Test
    void several_class_loaders_count_on() throws Exception {
        Path wanted = folder.resolve("orders.log");
        try (ForeignLog first = ForeignLog.open(wanted);
                ForeignLog second = ForeignLog.open(wanted);
                LogFileClaim ours = LogFileClaim.first(wanted)) {
            assertThat(List.of(first.file(), second.file(), ours.file()))
                    .containsExactly(wanted, folder.resolve("orders-2.log"), folder.resolve("orders-3.log"));
        }
    }

    /** A process that closes a file loses its lock on that file, whoever in it has opened it. */
    @Test
    void asking_does_not_free_a_name_of_another_class_loader_for_other_jvms() throws Exception {
        Path wanted = folder.resolve("orders.log");
        try (ForeignLog theirs = ForeignLog.open(wanted)) {

            LogFileClaim.first(wanted).close();

            assertThat(theirs.file()).isEqualTo(wanted);
            assertThat(FileLocks.areHeldByThisJvm(folder.resolve(".orders.log.lock")))
                    .isTrue();
        }
    }

    @Test
    void a_name_is_free_again_when_another_class_loader_has_closed_its_log() throws Exception {
        Path wanted = folder.resolve("orders.log");
        ForeignLog.open(wanted).close();

        try (LogFileClaim ours = LogFileClaim.first(wanted)) {
            assertThat(ours.file()).isEqualTo(wanted);
        }
    }

    @Test
    void asking_again_does_not_free_a_name_for_another_jvm() throws IOException {
        try (LogFileClaim ours = LogFileClaim.first(folder.resolve("orders.log"))) {
            LogFileClaim.first(folder.resolve("orders.log")).close();

            try (LogHolder holder = LogHolder.start(folder.resolve("orders.log"))) {
                assertThat(ours.file()).isEqualTo(folder.resolve("orders.log"));
                assertThat(holder.file()).isEqualTo(folder.resolve("orders-2.log"));
            }
        }
    }

    @Test
    void a_jvm_that_was_killed_holds_no_name() throws IOException {
        LogHolder.start(folder.resolve("orders.log")).close();

        try (LogFileClaim claim = LogFileClaim.first(folder.resolve("orders.log"))) {
            assertThat(claim.file()).isEqualTo(folder.resolve("orders.log"));
        }
    }

    @Test
    void an_interrupted_thread_can_take_a_name() throws IOException {
        Thread.currentThread().interrupt();

        try (LogFileClaim claim = LogFileClaim.first(folder.resolve("orders.log"))) {
            assertThat(claim.file()).isEqualTo(folder.resolve("orders.log"));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
