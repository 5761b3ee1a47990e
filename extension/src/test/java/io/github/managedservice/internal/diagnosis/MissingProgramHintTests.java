package io.github.managedservice.internal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class MissingProgramHintTests {

    private final Path directory;

    MissingProgramHintTests(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void says_that_a_program_with_a_space_must_be_quoted() throws Exception {
        Path program = Files.createDirectories(directory.resolve("my svc")).resolve("my server.sh");
        Files.writeString(program, "");

        assertThat(SeenStart.neverRan(directory + "/my", "svc/my", "server.sh", "--port", "1")
                        .hints())
                .containsExactly("'" + program + "' exists: quote it");
    }

    @Test
    void suggests_a_similar_program_once_though_several_directories_of_the_path_have_it() throws Exception {
        Path tool = Files.writeString(directory.resolve("redis-servr"), "");
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
        Path copies = Files.createDirectory(directory.resolve("copies"));
        Files.copy(tool, copies.resolve(tool.getFileName()));

        assertThat(SeenStart.neverRan("redis-server")
                        .env("PATH", "/none:" + directory + ':' + link + ':' + copies)
                        .hints())
                .containsExactly("did you mean '" + tool + "'?");
    }

    @Test
    void suggests_a_program_where_two_letters_are_swapped() throws Exception {
        Path python = Files.writeString(directory.resolve("python3"), "");

        assertThat(SeenStart.neverRan("pyhton3")
                        .env("PATH", directory.toString())
                        .hints())
                .containsExactly("did you mean '" + python + "'?");
    }

    @Test
    void says_which_directory_of_a_program_does_not_exist() {
        assertThat(SeenStart.neverRan(directory + "/bin/tool").hints())
                .containsExactly("the directory '" + directory + "/bin' does not exist");
    }
}
