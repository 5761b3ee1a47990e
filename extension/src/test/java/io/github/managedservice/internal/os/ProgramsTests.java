package io.github.managedservice.internal.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramsTests {

    private static final Platform WINDOWS = new Platform(true);

    private final Path directory;

    ProgramsTests(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void searches_the_path_in_its_order() throws Exception {
        program("second/tool");
        Path first = program("first/tool");

        Path found = Programs.find(
                "tool", directory, path(directory + "/none:" + directory + "/first:" + directory + "/second"));

        assertThat(found).isEqualTo(first);
    }

    @Test
    void passes_over_what_cannot_be_run() throws Exception {
        Files.createDirectories(directory.resolve("first/tool"));
        Files.createDirectories(directory.resolve("second"));
        Files.createFile(directory.resolve("second/tool"));
        Path third = program("third/tool");

        Path found = Programs.find(
                "tool", directory, path(directory + "/first:" + directory + "/second:" + directory + "/third"));

        assertThat(found).isEqualTo(third);
    }

    @Test
    void takes_a_name_with_a_slash_from_the_directory() throws Exception {
        Path program = program("bin/tool");

        Path found = Programs.find("bin/../bin/tool", directory, path("/usr/bin"));

        assertThat(found).isEqualTo(program);
    }

    @Test
    void takes_an_empty_element_of_the_path_for_the_directory() throws Exception {
        Path program = program("tool");

        Path found = Programs.find("tool", directory, path("/none:"));

        assertThat(found).isEqualTo(program);
    }

    @Test
    void searches_the_places_of_the_system_without_a_path() throws Exception {
        Path found = Programs.find("sh", directory, Map.of());

        assertThat(found.getFileName()).hasToString("sh");
        assertThat(found).isAbsolute();
    }

    @Test
    void says_where_it_searched() {
        assertThatThrownBy(() -> Programs.find("no-such-tool", directory, path("/one:/two")))
                .isInstanceOf(ProgramNotFoundException.class)
                .hasMessage("Program 'no-such-tool' was not found in PATH '/one:/two'.");
    }

    @Test
    void says_which_file_does_not_exist() {
        assertThatThrownBy(() -> Programs.find("./tool", directory, path("/usr/bin")))
                .isInstanceOf(ProgramNotFoundException.class)
                .hasMessage("Program './tool' does not exist: '" + directory.resolve("tool") + "'.");
    }

    @Test
    void says_which_file_is_not_executable() throws Exception {
        Path file = Files.createFile(directory.resolve("tool"));

        assertThatThrownBy(() -> Programs.find("./tool", directory, path("/usr/bin")))
                .hasMessage("Program './tool' is not executable: '" + file + "'.");
        assertThatThrownBy(() -> Programs.find("tool", directory, path(directory.toString())))
                .hasMessage("Program 'tool' is not executable: '" + file + "' (PATH is '" + directory + "').");
    }

    @Test
    void says_that_a_directory_is_not_a_program() {
        assertThatThrownBy(() -> Programs.find(directory.toString(), directory, Map.of()))
                .hasMessage("Program '" + directory + "' is a directory: '" + directory + "'.");
    }

    @Test
    void says_that_there_is_no_name() {
        assertThatThrownBy(() -> Programs.find("", directory, Map.of()))
                .hasMessage("The name of the program is empty.");
    }

    @ParameterizedTest
    @CsvSource({
        "java, tools/java.exe",
        "java.exe, tools/java.exe",
        "mvn, tools/mvn.CMD",
        "C:\\jdk\\bin\\java, C:\\jdk\\bin\\java.exe",
        "C:\\jdk\\bin\\java.exe, C:\\jdk\\bin\\java.exe",
        "bin\\tool.exe, bin\\tool.exe",
        "tools/java, tools/java.exe"
    })
    void finds_what_windows_would(String program, String file) throws Exception {
        // Names of single files here; there a folder with a file.
        program("C:\\jdk\\bin\\java.exe");
        program("bin\\tool.exe");
        program("tools/java");
        program("tools/java.exe");
        program("tools/mvn.CMD");
        Map<String, String> environment =
                Map.of("Path", directory + "/none;" + directory + "/tools", "PathExt", ".COM;.EXE;.CMD");

        Path found = Programs.find(program, directory, environment, WINDOWS);

        assertThat(found).isEqualTo(directory.resolve(file));
    }

    @Test
    void says_what_windows_has_not() {
        assertThatThrownBy(() -> Programs.find("tool", directory, Map.of("Path", "C:\\a;C:\\b"), WINDOWS))
                .hasMessage("Program 'tool' was not found in PATH 'C:\\a;C:\\b'.");
        assertThatThrownBy(() -> Programs.find("C:\\no.exe", directory, Map.of(), WINDOWS))
                .hasMessage("Program 'C:\\no.exe' does not exist: '" + directory + "/C:\\no.exe'.");
    }

    private static Map<String, String> path(String value) {
        return Map.of("PATH", value);
    }

    private Path program(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
