package io.github.managedservice.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.managedservice.Eventually;
import io.github.managedservice.JavaCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(OS.LINUX)
class TreeDeletionTests {

    private static final String[] UNSHARE = {"unshare", "--mount", "--map-root-user"};
    private static final String[] WITHOUT_RIGHTS = {"setpriv", "--bounding-set", "-dac_override,-dac_read_search"};

    private final Path base;
    private final Path directory;

    TreeDeletionTests(@TempDir Path base) {
        this.base = base;
        this.directory = base.resolve("it's one\nof it");
    }

    @Test
    void deletes_a_directory_with_all_it_holds() throws Exception {
        Files.createDirectories(directory.resolve("a/b/empty"));
        Files.writeString(directory.resolve("a/b/file"), "lost");
        Files.writeString(directory.resolve("a/.hidden"), "lost");
        Files.createDirectories(directory.resolve("..."));

        List<Leftover> left = TreeDeletion.delete(directory);

        assertThat(left).isEmpty();
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void is_content_where_there_is_nothing() {
        assertThat(TreeDeletion.delete(directory)).isEmpty();
    }

    /** Both go through one half of the files that the other one has listed too. */
    @RepeatedTest(3)
    void is_content_with_what_another_deletes_beside_it() throws Exception {
        Files.createDirectory(directory);
        for (int number = 0; number < 1000; number++) {
            Files.createFile(directory.resolve("file " + number));
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> listed = Files.newDirectoryStream(directory)) {
            listed.forEach(file -> files.add(0, file));
        }
        CompletableFuture<Void> beside = CompletableFuture.runAsync(
                () -> files.forEach(file -> file.toFile().delete()));

        List<Leftover> left = TreeDeletion.delete(directory);

        assertThat(left).isEmpty();
        assertThat(base).isEmptyDirectory();
        assertThat(beside).succeedsWithin(Eventually.LIMIT);
    }

    @Test
    void deletes_links_and_not_what_they_lead_to() throws Exception {
        Path stranger = Files.createDirectory(base.resolve("stranger"));
        Path kept = Files.writeString(stranger.resolve("file"), "kept");
        Files.createSymbolicLink(Files.createDirectory(directory).resolve("link"), stranger);
        Path link = Files.createSymbolicLink(base.resolve("link"), stranger);

        List<Leftover> left = TreeDeletion.delete(directory);
        List<Leftover> leftOfLink = TreeDeletion.delete(link);

        assertThat(left).isEmpty();
        assertThat(leftOfLink).isEmpty();
        assertThat(kept).hasContent("kept");
        assertThat(base).isDirectoryNotContaining(path -> !path.equals(stranger));
    }

    /** Deeper than the open files, and longer than the paths, that a process may have. */
    @ParameterizedTest
    @CsvSource({"d, 30", "directory-with-a-long-name, 3"})
    void deletes_a_tree_of_any_depth(String name, int hundreds) throws Exception {
        Files.createDirectory(directory);
        run(List.of(
                "/bin/sh",
                "-c",
                "cd \"$1\"; i=$3; while [ $i -gt 0 ]; do mkdir -p \"$2\" && cd -P \"$2\" || exit; i=$((i - 1)); done;"
                        + " touch file",
                "sh",
                directory.toString(),
                (name + "/").repeat(100),
                Integer.toString(hundreds)));

        List<Leftover> left = TreeDeletion.delete(directory);

        assertThat(left).isEmpty();
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void deletes_what_may_neither_be_written_nor_read_nor_entered() throws Exception {
        for (String mode : List.of("555", "444", "333", "000")) {
            Files.createDirectories(directory.resolve(mode + "/sub"));
            Files.writeString(directory.resolve(mode + "/file"), "lost");
            Files.writeString(directory.resolve(mode + "/sub/file"), "lost");
        }

        List<String> left = deleteWithoutRights(
                "chmod 000 \"$1\"/*/sub; for m in 555 444 333 000; do chmod $m \"$1/$m\"; done; chmod 000 \"$1\"");

        assertThat(left).isEmpty();
        assertThat(directory).doesNotExist();
    }

    @Test
    void deletes_all_but_what_the_kernel_protects() throws Exception {
        Path file = Files.writeString(
                Files.createDirectories(directory.resolve("a/b")).resolve("protected"), "kept");
        Files.writeString(directory.resolve("a/b/other"), "lost");
        Files.writeString(directory.resolve("a/zero"), "lost");
        assumeTrue(
                canRun(new String[] {"chattr"}, "+i", file.toString()),
                "this user, or file system, cannot protect a file");
        try {
            List<Leftover> left = TreeDeletion.delete(directory);

            assertThat(left).containsExactly(new Leftover(file, "Operation not permitted"));
            assertThat(tree()).containsExactlyInAnyOrder("a", "a/b", "a/b/protected");
        } finally {
            run(List.of("chattr", "-i", file.toString()));
        }
    }

    @Test
    void deletes_by_paths_on_a_file_system_that_has_no_descriptors() throws Exception {
        URI zip = URI.create("jar:" + base.resolve("files.zip").toUri());
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Path tree = Files.createDirectories(files.getPath("/tree/a/b"));
            Files.writeString(tree.resolve("file"), "lost");

            List<Leftover> left = TreeDeletion.delete(files.getPath("/tree"));

            assertThat(left).isEmpty();
            assertThat(files.getPath("/tree")).doesNotExist();
        }
    }

    @Test
    void leaves_what_is_mounted_in_it_and_the_directories_above_that() throws Exception {
        Path precious = precious();
        Files.createDirectories(directory.resolve("a/bind mount"));
        Files.writeString(Files.createDirectories(directory.resolve("a/lost")).resolve("file"), "lost");
        Files.createDirectories(directory.resolve("memory"));
        Files.writeString(directory.resolve("mounted file"), "lost");

        List<String> left = deleteWithMounts("mount --bind \"$2\" \"$1/a/bind mount\"; mount -t tmpfs none"
                + " \"$1/memory\"; mount -t tmpfs none \"$1/memory\"; echo kept >\"$1/memory/file\"; mount --bind"
                + " \"$2/file\" \"$1/mounted file\"");

        assertThat(left).containsExactlyInAnyOrder(mounted("a/bind mount"), mounted("memory"), mounted("mounted file"));
        assertKept(precious);
        assertThat(tree()).containsExactlyInAnyOrder("a", "a/bind mount", "memory", "mounted file");
    }

    /** It is none until it is unmounted, and so not of the same name twice. */
    @Test
    void leaves_a_directory_that_is_a_mount_point_itself() throws Exception {
        Path precious = precious();
        Path hidden = Files.writeString(Files.createDirectory(directory).resolve("hidden"), "kept");

        List<String> left = deleteWithMounts("mount --bind \"$2\" \"$1\"");

        assertThat(left).containsExactly(mounted(""));
        assertKept(precious);
        assertThat(hidden).hasContent("kept");
    }

    /** As in a container. To delete a directory unmounts what is mounted on it elsewhere, and deletes nothing there. */
    @Test
    void deletes_a_directory_on_which_something_is_mounted_in_another_namespace() throws Exception {
        assumeTrue(canRun(UNSHARE), "this user may not mount anything");
        Path precious = precious();
        List<String> command = new ArrayList<>(List.of(UNSHARE));
        command.addAll(List.of(
                "/bin/sh", "-ec", "mount --bind \"$1\" \"$2\"; echo up; exec sleep 1000", "sh", precious.toString()));
        command.add(Files.createDirectories(directory.resolve("data")).toString());
        Process container = new ProcessBuilder(command).start();
        try {
            assertThat(container.getInputStream().read()).isEqualTo('u');

            List<Leftover> left = TreeDeletion.delete(directory);

            assertThat(left).isEmpty();
            assertThat(directory).doesNotExist();
            assertKept(precious);
        } finally {
            container.destroyForcibly().waitFor();
        }
    }

    private Path precious() throws IOException {
        Path precious = base.resolve("precious");
        Files.createDirectories(precious.resolve("sub"));
        Files.writeString(precious.resolve("file"), "kept");
        Files.writeString(precious.resolve("sub/file"), "kept");
        return precious;
    }

    private static void assertKept(Path precious) {
        assertThat(precious.resolve("file")).hasContent("kept");
        assertThat(precious.resolve("sub/file")).hasContent("kept");
    }

    private static String mounted(String path) {
        return path + ": something is mounted there";
    }

    /** In a mount namespace, so that nothing has to be unmounted. */
    private List<String> deleteWithMounts(String mounts) throws Exception {
        assumeTrue(canRun(UNSHARE), "this user may not mount anything");
        return deleteAfter(mounts, UNSHARE);
    }

    /** As a user to whom the mode of a file applies, which it does not to root. */
    private List<String> deleteWithoutRights(String preparation) throws Exception {
        return canRun(WITHOUT_RIGHTS) ? deleteAfter(preparation, WITHOUT_RIGHTS) : deleteAfter(preparation);
    }

    private List<String> deleteAfter(String preparation, String... prefix) throws Exception {
        List<String> command = new ArrayList<>(List.of(prefix));
        command.addAll(List.of("/bin/sh", "-ec", preparation + "; shift 2; exec \"$@\"", "sh"));
        command.addAll(List.of(directory.toString(), base.resolve("precious").toString()));
        command.addAll(JavaCommand.of(JavaCommand.QUICK, DeletingProgram.class, directory.toString()));
        return run(command).lines().toList();
    }

    private static boolean canRun(String[] prefix, String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of(prefix));
        words.addAll(command.length == 0 ? List.of("true") : List.of(command));
        try {
            return new ProcessBuilder(words).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private List<String> tree() throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.skip(1).map(directory::relativize).map(Path::toString).toList();
        }
    }
}
