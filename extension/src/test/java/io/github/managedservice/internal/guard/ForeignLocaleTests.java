package io.github.managedservice.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.JavaCommand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests what the JDK cannot say in its charset: an ASCII locale beside a directory and variables that have other bytes. */
@EnabledOnOs(OS.LINUX)
class ForeignLocaleTests {

    /** In a directory named by bytes and not by text, for the locale of this JVM may be ASCII too. */
    private static final String SCRIPT = """
            project=$(printf 'J\\303\\266rg'); mkdir "$project"; mkfifo svc/pipe
            if [ "$1" -ge 18 ]; then mv svc "$project"; cd "$project" || exit; fi
            shift
            # Nearly as much as one word may have.
            long=$(printf '%0100000d' 0)
            exec env -i LC_ALL=C PATH="$PATH:$PWD" PWD="$PWD" OLDPWD=/"$project" _="$project" \\
                AUTHOR="$project" NOTHING=$(printf '\\377') "odd.name=$project$long" "$project=a name" \\
                "odd.too=it's
            $long" "BASH_FUNC_f%%=() {  $(printf '%%s \\\\ \\302\\260') '$long'
            }
            " "$@"
            """;

    private static final String CANNOT =
            ", which this JVM cannot hand to a program: its locale is C; run the tests with LC_ALL=C.UTF-8.";

    private static String printed = "";

    /** One JVM for all. */
    @BeforeAll
    static void run(@TempDir Path folder) throws Exception {
        Path svc = Files.createDirectory(folder.resolve("svc"));
        Files.createSymbolicLink(svc.resolve("cat"), Path.of("/bin/cat"));
        Files.writeString(svc.resolve("end"), "\nend\n");
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "foreign"));
        // In such a directory JDK 17 has no loggers: its class FilePermission cannot be initialized.
        command.add(Integer.toString(Runtime.version().feature()));
        command.addAll(JavaCommand.of(
                List.of("-XX:TieredStopAtLevel=1", "-Dmanagedservice.log.directory=" + folder.resolve("logs")),
                ForeignLocale.class));
        Process jvm = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        jvm.getOutputStream().close();
        printed = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_service_sees_the_bytes_of_every_variable_it_inherits() {
        assertThat(printed).contains("inherited: lost [], added []");
    }

    @Test
    void a_service_in_another_directory_sees_them_too() {
        assertThat(printed).contains("below: lost [], added []");
    }

    @Test
    void the_guards_stop_command_sees_them_too() {
        assertThat(printed).contains("guard: lost [], added []");
    }

    @Test
    void says_which_word_would_be_given_as_question_marks() {
        assertThat(printed)
                .contains("Service 'argument' could not be started: command[2] has 'U+00FC'" + CANNOT)
                .contains("Service 'variable' could not be started: 'env' CITY has 'U+00F6'" + CANNOT)
                .contains("Service 'copied' could not be started: 'env' COPY has 'U+FFFD'" + CANNOT)
                .contains("Service 'stop' could not be started: stopCommand[1] has 'U+1F600'" + CANNOT)
                .contains("readyCommand[1] has 'U+20AC'" + CANNOT);
    }

    @Test
    void says_it_of_paths_too() {
        assertThat(printed)
                .contains("Service 'program' could not be started: command has 'U+00FC'" + CANNOT)
                .contains("Service 'directory' could not be started: 'directory' 'svc/prU+00FCf' has 'U+00FC'" + CANNOT)
                .contains("readyCommand has 'U+00FC'" + CANNOT)
                .contains("Service 'stopper' could not be started: stopCommand has 'U+65E5'" + CANNOT);
    }
}
