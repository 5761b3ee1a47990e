package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryLogsTests {

    private final Path base;

    TemporaryLogsTests(@TempDir Path base) {
        this.base = base;
    }

    @Test
    void are_in_one_folder_for_each_run() throws Exception {
        TemporaryLogs logs = new TemporaryLogs(base);

        Path folder = logs.folder();

        assertThat(logs.folder()).isEqualTo(folder).isDirectory().startsWith(base);
        logs.release();
    }

    @Test
    void are_deleted_after_five_more_runs() throws Exception {
        List<Path> folders = new ArrayList<>();
        for (int run = 0; run < 8; run++) {
            folders.add(runThatHasEnded(run));
        }

        TemporaryLogs logs = new TemporaryLogs(base);
        folders.add(logs.folder());

        assertThat(folders.subList(0, 3))
                .allSatisfy(folder -> assertThat(folder).doesNotExist());
        assertThat(folders.subList(3, 9))
                .allSatisfy(folder -> assertThat(folder).isDirectory());
        logs.release();
    }

    @Test
    void are_kept_while_their_run_goes_on() throws Exception {
        TemporaryLogs running = new TemporaryLogs(base);
        Path old = running.folder();
        setAge(old, 1000);
        for (int run = 0; run < 8; run++) {
            runThatHasEnded(run);
        }

        assertThat(old).isDirectory();
        running.release();
    }

    @Test
    void are_never_taken_for_what_somebody_else_has_put_there() throws Exception {
        Path folder = Files.createDirectory(base.resolve("managed-services-of-ours"));
        Path file = Files.createFile(base.resolve("managed-services-file"));
        Path link = Files.createSymbolicLink(
                base.resolve("managed-services-link"), Files.createDirectory(base.resolve("linked")));
        Files.createFile(base.resolve("linked/.lock"));
        for (int run = 0; run < 8; run++) {
            runThatHasEnded(run);
        }

        assertThat(folder).isDirectory();
        assertThat(file).isRegularFile();
        assertThat(link.resolve(".lock")).exists();
    }

    private Path runThatHasEnded(int number) throws Exception {
        TemporaryLogs logs = new TemporaryLogs(base);
        Path folder = logs.folder();
        Files.writeString(folder.resolve("orders.log"), "");
        setAge(folder, 100 - number);
        logs.release();
        return folder;
    }

    private static void setAge(Path folder, long minutes) throws Exception {
        Files.setLastModifiedTime(
                folder.resolve(".lock"), FileTime.from(Instant.now().minusSeconds(60 * minutes)));
    }
}
