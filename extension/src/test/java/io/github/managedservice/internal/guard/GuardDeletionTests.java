package io.github.managedservice.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Has the guard's script delete directories, where it may do anything, or where it may not. */
@EnabledOnOs(OS.LINUX)
class GuardDeletionTests {

    private static final List<String> MOUNTS = List.of("unshare", "--mount", "--map-root-user");
    private static final List<String> FEW_RIGHTS =
            List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search");

    private final Path base;

    GuardDeletionTests(@TempDir Path base) {
        this.base = base;
    }

    /** The list of mounts has some of these letters in octal. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "a b", "a\tb", "a\nb", "a\\b", "a#b", "it's", "*", "-rf", "\u00fc"})
    void leaves_what_is_mounted_in_a_directory_of_any_name(String name) throws Exception {
        assumeTrue(canRun(MOUNTS), "this user may not mount anything");
        Path directory = base.resolve("sub " + name).resolve(name);
        Path precious = precious();
        Files.createDirectories(directory.resolve("a/b/" + name));
        Files.writeString(
                Files.createDirectories(directory.resolve("a/lost/.too")).resolve("..file"), "lost");
        Files.writeString(directory.resolve("a/b/file"), "lost");
        Files.writeString(directory.resolve("file"), "lost");

        guard(
                MOUNTS,
                "mount --bind '" + precious + "' \"$1/a/b/${1##*/}\"; mount --bind \"$1/file\" \"$1/file\"",
                directory);

        assertKept(precious);
        assertThat(tree(directory)).containsExactlyInAnyOrder("a", "a/b", "a/b/" + name, "file");
    }

    @Test
    void leaves_a_directory_that_is_a_mount_point_itself() throws Exception {
        assumeTrue(canRun(MOUNTS), "this user may not mount anything");
        Path directory = Files.createDirectory(base.resolve("directory"));
        Path precious = precious();

        guard(MOUNTS, "mount --bind '" + precious + "' \"$1\"", directory);

        assertKept(precious);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void deletes_a_directory_beside_that_something_is_mounted() throws Exception {
        assumeTrue(canRun(MOUNTS), "this user may not mount anything");
        Path directory = base.resolve("directory");
        Files.createDirectories(directory.resolve("sub"));
        Path other = Files.createDirectory(base.resolve("directory-2"));

        guard(MOUNTS, "mount -t tmpfs none '" + other + "'", directory);

        assertThat(directory).doesNotExist();
    }

    @Test
    void deletes_what_may_neither_be_written_nor_read_nor_entered() throws Exception {
        Path directory = base.resolve("directory");
        for (String mode : List.of("555", "444", "333", "000")) {
            Files.createDirectories(directory.resolve(mode + "/sub"));
            Files.writeString(directory.resolve(mode + "/file"), "lost");
            Files.writeString(directory.resolve(mode + "/sub/file"), "lost");
        }

        guard(
                canRun(FEW_RIGHTS) ? FEW_RIGHTS : List.of(),
                "chmod 0 \"$1\"/*/sub; for m in 555 444 333 000; do chmod $m \"$1/$m\"; done; chmod 0 \"$1\"",
                directory);

        assertThat(directory).doesNotExist();
    }

    @Test
    void deletes_all_but_what_the_kernel_protects() throws Exception {
        Path directory = base.resolve("directory");
        Files.createDirectories(directory.resolve("a/b"));
        Path file = Files.writeString(directory.resolve("a/b/protected"), "kept");
        Files.writeString(directory.resolve("a/b/other"), "lost");
        Files.createDirectories(directory.resolve("c/d"));
        assumeTrue(
                run(List.of("chattr", "+i", file.toString())) == 0, "this user, or file system, cannot protect a file");
        try {

            guard(List.of(), ":", directory);

            assertThat(tree(directory)).containsExactlyInAnyOrder("a", "a/b", "a/b/protected");
        } finally {
            run(List.of("chattr", "-i", file.toString()));
        }
    }

    @Test
    void deletes_a_link_and_not_what_it_leads_to() throws Exception {
        Path precious = precious();
        Path link = Files.createSymbolicLink(base.resolve("link"), precious);

        guard(List.of(), ":", link);

        assertThat(link).isNotEqualTo(precious).doesNotExist();
        assertKept(precious);
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

    private void guard(List<String> prefix, String preparation, Path directory) throws Exception {
        Path orders = Files.writeString(
                base.resolve("orders"), OwnDirectory.next(directory).created());
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("/bin/sh", "-ec", preparation + "; exec /bin/sh -c \"$2\" guard <\"$3\"", "sh"));
        command.addAll(List.of(directory.toString(), GuardScripts.GUARD, orders.toString()));
        assertThat(run(command)).isZero();
    }

    private static boolean canRun(List<String> prefix) throws Exception {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        return run(command) == 0;
    }

    private static int run(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put(GuardProcess.GIVEN_VARIABLE, "C");
        try {
            return builder.start().waitFor();
        } catch (IOException missing) {
            return -1;
        }
    }

    private static List<String> tree(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.skip(1).map(directory::relativize).map(Path::toString).toList();
        }
    }
}
