package io.github.managedservice.internal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.managedservice.internal.os.FileLockLimit;
import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.os.SystemPrograms;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchCommandTests {

    private static final Map<String, String> NOTHING = Map.of();
    private static final Map<String, String> WHAT_SHELLS_SET =
            Map.of("PWD", "/not/here", "OLDPWD", "", "SHLVL", "7", "_", "it's mine", "PATH", "/none", "HOME", "/");
    private static final Map<String, String> LOCALE = Map.of("LC_ALL", "de_DE.ISO-8859-1", "LANG", "none.such");
    private static final Map<String, String> ODD_NAMES = Map.of(
            "a.b",
            "dotted",
            "-u",
            "no option",
            "1",
            "digit",
            "IFS",
            "x",
            "PPID",
            "0",
            "OPTIND",
            "9",
            "UID",
            "12",
            "BASHOPTS",
            "checkwinsize",
            "lines",
            "one\ntwo ü");

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash", "busybox"})
    void the_service_sees_exactly_the_environment_declared(String shell) throws Exception {
        for (Map<String, String> declared : List.of(NOTHING, WHAT_SHELLS_SET, LOCALE, ODD_NAMES)) {

            Map<String, String> seen = environmentSeen(launch(declared, "/usr/bin/env", "-0"), shell);

            assertThat(seen).containsOnlyKeys(withMark(declared).keySet()).containsAllEntriesOf(declared);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash", "busybox"})
    void variables_may_be_as_long_as_words_each(String shell) throws Exception {
        String all = "x".repeat(120_000);
        Map<String, String> declared =
                Map.of("a.b", all, "c.d", all, "BASH_FUNC_f%%", all, "PWD", all, "_", all, "OLDPWD", all);

        Map<String, String> seen = environmentSeen(launch(declared, "/usr/bin/env", "-0"), shell);

        assertThat(seen.keySet())
                .containsExactlyInAnyOrderElementsOf(withMark(declared).keySet());
        assertThat(declared.entrySet()).allMatch(variable -> variable.getValue().equals(seen.get(variable.getKey())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash", "busybox"})
    void the_service_carries_both_marks(String shell) throws Exception {
        Launch launch = launch(NOTHING, "/bin/cat", "/proc/self/limits");

        String limits = output(launch, shell);

        assertThat(FileLockLimit.parse(limits).orElseThrow().is(launch.mark())).isTrue();
        assertThat(environmentSeen(launch(launch, "/usr/bin/env", "-0"), shell))
                .hasEntrySatisfying(
                        ProcessMark.VARIABLE,
                        value -> assertThat(launch.mark().isIn(value)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash", "busybox"})
    void a_program_may_have_an_equals_sign_in_its_path(String shell, @TempDir Path directory) throws Exception {
        Path folder = Files.createDirectory(directory.resolve("jdk=17"));
        Path printf = Files.createSymbolicLink(folder.resolve("printf"), Path.of("/usr/bin/printf"));
        Path nice = Files.createSymbolicLink(folder.resolve("nice"), Path.of("/usr/bin/nice"));

        String printed = output(launch(ODD_NAMES, printf.toString(), "%s", "a=b"), shell);
        String niceness = output(launch(ODD_NAMES, nice.toString()), shell);

        assertThat(printed).isEqualTo("a=b");
        assertThat(niceness).isEqualTo(output(launch(NOTHING, "/usr/bin/nice"), shell));
    }

    @Test
    void arguments_arrive_as_they_are() throws Exception {
        List<String> arguments = List.of("", "two words", "$HOME", "*", "it's", "-u", "a=b", "line\nend");
        List<String> command = new ArrayList<>(List.of("/usr/bin/printf", "%s\\0"));
        command.addAll(arguments);

        String printed = output(launch(ODD_NAMES, command.toArray(String[]::new)), "sh");

        assertThat(printed).isEqualTo(String.join("\0", arguments) + "\0");
    }

    @Test
    void a_service_whose_jvm_has_died_does_not_start() throws Exception {
        Launch launch = launch(NOTHING, "/bin/echo", "started");

        Process process = new ProcessBuilder(new LaunchCommand(launch).words()).start();
        process.getOutputStream().close();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(process.waitFor()).isEqualTo(125);
    }

    private static Launch launch(Map<String, String> environment, String... command) {
        return new Launch(List.of(command), Path.of("/"), environment, MarkNumbers.newMark());
    }

    private static Launch launch(Launch likeThis, String... command) {
        return new Launch(List.of(command), Path.of("/"), likeThis.environment(), likeThis.mark());
    }

    private static Map<String, String> withMark(Map<String, String> declared) {
        Map<String, String> all = new HashMap<>(declared);
        all.put(ProcessMark.VARIABLE, "");
        return all;
    }

    private static Map<String, String> environmentSeen(Launch launch, String shell) throws Exception {
        Map<String, String> seen = new HashMap<>();
        Arrays.stream(output(launch, shell).split("\0", -1))
                .filter(variable -> !variable.isEmpty())
                .map(variable -> variable.split("=", 2))
                .forEach(variable -> seen.put(variable[0], variable[1]));
        return seen;
    }

    private static String output(Launch launch, String shell) throws Exception {
        LaunchCommand command = new LaunchCommand(launch);
        List<String> words = new ArrayList<>(command.words());
        int sh = words.indexOf(SystemPrograms.SH.orElseThrow());
        words.remove(sh);
        words.addAll(sh, shellWords(shell));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        command.environment(builder.environment());
        Process process = builder.start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(command.input());
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<String> shellWords(String shell) {
        Path file = Path.of("/bin", shell);
        assumeThat(Files.isExecutable(file)).as("%s is here", file).isTrue();
        return shell.equals("busybox") ? List.of(file.toString(), "sh") : List.of(file.toString());
    }
}
