package io.github.managedservice.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.managedservice.ExecutableFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class StartHintTests {

    private static final Duration SHORT = Duration.ofMillis(500);

    private final Path directory;

    StartHintTests(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server READY | Server ready | the line \"server READY\" does not match \"Server ready\" because of upper and lower case: write \"(?i)Server ready\" in Java source",
                "up (8080) | up (8080) | the line \"up (8080)\" does not match \"up (8080)\" because of ( ), which a regular expression takes for something else: write \"up \\\\(8080\\\\)\" in Java source",
                "now ready. | ^ready$ | the line \"now ready.\" does not match \"^ready$\" because of ^ and $, which want the whole line: write \"ready\" in Java source",
                "now ready. | ready$ | the line \"now ready.\" does not match \"ready$\" because of $, which wants the end of the line: write \"ready\" in Java source",
                "now ready. | ^ready | the line \"now ready.\" does not match \"^ready\" because of ^, which wants the start of the line: write \"ready\" in Java source",
                "v1.2 up | v1\\\\.2 up | the line \"v1.2 up\" does not match \"v1\\\\.2 up\" because the pattern has two backslashes where one is meant: write \"v1\\\\.2 up\" in Java source",
                "all  green | all green | the line \"all  green\" does not match \"all green\" because white space differs: write \"all\\\\h+green\" in Java source",
                "green up | \\e\\[32mgreen\\e\\[0m | the line \"green up\" does not match \"\\e\\[32mgreen\\e\\[0m\" because colours are taken out of lines before these are looked at: write \"green\" in Java source",
                "Server started | Server startet | the line \"Server started\" is nearest to \"Server startet\", with 1 character different"
            })
    void shows_the_nearest_line(String line, String pattern, String hint) {
        FailedStart failed = FailedStart.of(ShellService.of("near", "echo other; printf '%s\\n' \"$1\"; exit 1", line)
                .readyPattern(pattern));

        assertThat(failed.hints()).containsExactly(hint);
    }

    @Test
    void says_that_a_program_with_a_space_must_be_quoted() throws Exception {
        Path program = Files.createDirectories(directory.resolve("my svc")).resolve("my server.sh");
        ExecutableFile.write(program, "#!/bin/sh\n");
        String hint = "'" + program + "' exists: quote it";

        assertThat(FailedStart.of(ServiceSpec.builder(program + " --port 1").name("spaces"))
                        .hints())
                .containsExactly(hint);
        assertThat(FailedStart.of(ShellService.of("spaces", "exec sleep 1000").stopCommand(program.toString()))
                        .hints())
                .containsExactly(hint);
        FailedStart probed =
                FailedStart.of(ShellService.of("spaces", "exec sleep 1000").readyCommand(program + " -q"));
        assertThat(probed.message())
                .startsWith("Service 'spaces' did not become ready: its ready check cannot run, because program '"
                        + directory + "/my' does not exist: '" + directory + "/my' (" + hint + ").\n");
    }

    @Test
    void a_missing_probe_fails_at_once_wherever_it_was_to_be() {
        FailedStart failed = FailedStart.of(ShellService.of("unasked", "exec sleep 1000")
                .directory(directory.toString())
                .readyCommand("bin/wait-for-it.sh", "--quiet"));

        assertThat(failed.message())
                .startsWith("Service 'unasked' did not become ready: its ready check cannot run, because program"
                        + " 'bin/wait-for-it.sh' does not exist");
    }

    @Test
    void a_service_may_make_its_probe_in_its_temporary_directory() {
        String script = "printf '#!/bin/sh\\n' >$1/.probe; chmod +x $1/.probe; mv $1/.probe $1/probe; exec sleep 1000";
        ServiceSpec spec = ShellService.of("late", script, "${tempDir}")
                .readyCommand("${tempDir}/probe")
                .build();

        try (RunningService service = ServiceLauncher.start(spec)) {
            assertThat(service.isRunning()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat", "cat; true", "exec sh -s"})
    void says_that_there_is_nothing_to_read(String script) {
        FailedStart failed = FailedStart.of(ShellService.of("reader", script).readyPattern("never"));

        assertThat(failed.hints())
                .singleElement()
                .asString()
                .startsWith("its standard input is /dev/null, empty and at its end");
    }

    @ParameterizedTest
    @CsvSource({"cat, cat, true", "cat, exit 3, false", "seq 9, cat, false"})
    void says_it_of_one_that_was_ready_before_unless_it_did_something(String first, String last, boolean said)
            throws Exception {
        String script = first + "; echo up; until [ -e end ]; do sleep 0.01; done; " + last;
        ServiceSpec spec = ShellService.of("reader", script)
                .directory(directory.toString())
                .readyPattern("up")
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {
            Files.createFile(directory.resolve("end"));
            ServiceExit exit = service.onExit().get(20, TimeUnit.SECONDS);

            ServiceCrashedException crash = FailureReport.crashed("reader", "", exit, service.log());

            assertThat(String.valueOf(crash.getMessage())
                            .contains("\n  hints:\n    its standard input is /dev/null, empty and at its end, and"))
                    .isEqualTo(said);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gr\\366\\337e bereit | Größe bereit$ | Gr\ufffd\ufffde bereit",
                "caf\\351 ouvert | ^caf[éè] | caf\ufffd ouvert",
                "caf\\351 ouvert | ^\\p{L}+ ouvert | caf\ufffd ouvert",
                "5 \\200 bereit | \\d € bereit | 5 \ufffd bereit"
            })
    void says_that_a_line_is_in_another_charset(String printed, String pattern, String shown) {
        FailedStart failed = FailedStart.of(
                ShellService.of("latin", "printf \"$1\\n\"; exit 1", printed).readyPattern(pattern));

        assertThat(failed.hints())
                .containsExactly(
                        "the line \"" + shown + "\" would match \"" + pattern + "\", but it is not UTF-8: the service"
                                + " prints another charset, such as ISO-8859-1; start it with LC_ALL=C.UTF-8, or Java with"
                                + " -Dstdout.encoding=UTF-8 (before 18: -Dfile.encoding=UTF-8)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "U\\000p\\000 \\0008\\0000\\000\\n\\000",
                "\\377\\376U\\000p\\000 \\0008\\0000\\000\\n\\000",
                "\\000U\\000p\\000 \\0008\\0000\\000\\n"
            })
    void says_that_a_line_is_in_utf_16(String printed) {
        FailedStart failed = FailedStart.of(
                ShellService.of("wide", "printf \"$1\"; exit 1", printed).readyPattern("^Up \\d+$"));

        assertThat(failed.hints())
                .containsExactly(
                        "the line \"Up 80\" would match \"^Up \\d+$\", but every other byte of it is NUL: the service"
                                + " prints UTF-16, and only UTF-8 is read");
    }

    @Test
    void looks_for_the_nearest_line_among_very_many() {
        FailedStart failed = FailedStart.of(ShellService.of(
                        "chatty",
                        "echo Server started; i=0; while [ $i -lt 1500 ]; do printf '%099d\\n' $i; i=$((i+1)); done; exit 1")
                .readyPattern("Server startet"));

        assertThat(failed.hints())
                .containsExactly(
                        "the line \"Server started\" is nearest to \"Server startet\", with 1 character different");
    }

    @Test
    void says_nothing_of_lines_that_are_not_near() {
        FailedStart failed =
                FailedStart.of(ShellService.of("far", "echo starting; exit 1").readyPattern("Accepting connections"));

        assertThat(failed.hints()).isEmpty();
    }

    @Test
    void says_that_a_line_matched_before_this_start() {
        ServiceSpec spec = ShellService.of(
                        "again",
                        "[ -e $1 ] && exec sleep 1000; >$1; echo ready >&2; exec sleep 1000",
                        directory.resolve("been").toString())
                .readyPattern("^ready$")
                .timeout(Duration.ofSeconds(3))
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {

            assertThat(catchThrowable(service::restart))
                    .hasMessageStartingWith(
                            "Service 'again' did not become ready after its restart within its timeout of 3 s: nothing was")
                    .hasMessageContaining(
                            "\n    the line \"ready\" matches, but an earlier run of the service printed it (on"
                                    + " standard error at ")
                    .hasMessageContaining("), and only lines of the present run count: ");
        }
    }

    @Test
    void says_where_the_service_listens_instead() {
        FailedStart failed = FailedStart.of(Talker.of("elsewhere", "::1", "0", "hello")
                .readyUrl("tcp://127.0.0.1:${port}")
                .timeout(Duration.ofSeconds(4)));

        assertThat(failed.hints()).hasSize(1);
        assertThat(failed.hints().get(0).replaceAll("\\d{4,5}", "PORT"))
                .isEqualTo(
                        "the service listens on [::1]:PORT (pid N), and not on port PORT, where the ready check connects: "
                                + "pass '${port}' to the command");
    }

    @Test
    void says_that_the_service_listens_on_ipv6_alone() {
        FailedStart failed =
                FailedStart.of(Talker.of("six", "::1", "${port}", "").timeout(Duration.ofSeconds(4)));

        assertThat(failed.hints()).hasSize(1);
        assertThat(failed.hints().get(0).replaceAll("\\d{4,5}", "PORT"))
                .isEqualTo(
                        "the service listens on [::1]:PORT (pid N), and not on 127.0.0.1:PORT, where the ready check connects: "
                                + "have the service listen on 127.0.0.1, or the ready check connect to [::1]:PORT");
    }

    @Test
    void says_that_the_service_listens_nowhere() {
        FailedStart failed = FailedStart.of(
                ShellService.of("deaf", "exec sleep 1000", "${port}").timeout(SHORT));

        assertThat(failed.hints()).hasSize(1);
        assertThat(failed.hints().get(0).replaceAll("\\d{4,5}", "PORT"))
                .isEqualTo(
                        "no process of the service was seen to listen on a TCP port: a server may need more time, or hang"
                                + " before it opens its port; a service that opens none needs another ready check");
    }

    @Test
    void names_who_holds_a_port_that_the_service_says_is_taken() throws Exception {
        try (ServerSocket holder = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            int port = holder.getLocalPort();

            FailedStart failed = FailedStart.of(
                    ShellService.of("second", "echo \"bind 127.0.0.1:$1: Address already in use\"; exit 1", "" + port)
                            .readyPattern("<ready>"));

            assertThat(failed.hints()).hasSize(1);
            assertThat(failed.hints().get(0))
                    .startsWith("port " + port + " is held by pid N (")
                    .contains("java")
                    .endsWith(" old: end that process, or give the service another port");
        }
    }

    @Test
    void names_who_holds_a_fixed_port() throws Exception {
        try (ServerSocket holder = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {

            FailedStart failed = FailedStart.of(ShellService.of("fixed", "exit").port(holder.getLocalPort()));

            assertThat(failed.message())
                    .startsWith("Service 'fixed' could not be started: Port " + holder.getLocalPort() + " is taken on ")
                    .contains("; it is held by pid N (");
        }
    }

    @Test
    void shows_programs_of_a_similar_name() throws Exception {
        Path tool = executable("redis-servr", "#!/bin/sh\n");

        FailedStart failed =
                FailedStart.of(ServiceSpec.builder("redis-server", "--fast").env("PATH=/none:" + directory));

        assertThat(failed.message())
                .isEqualTo("""
                Service 'redis-server' could not be started: Program 'redis-server' was not found in PATH '/none:%s'.
                  hints:
                    did you mean '%s'?
                  command:   redis-server --fast
                  directory: %s
                  declared env:
                    PATH=/none:%s""".formatted(directory, tool, Path.of("").toAbsolutePath(), directory));
    }

    @Test
    void suggests_a_similar_program_once_though_several_directories_of_the_path_have_it() throws Exception {
        Path tool = executable("redis-servr", "#!/bin/sh\n");
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
        Path copies = Files.createDirectory(directory.resolve("copies"));
        Files.copy(tool, copies.resolve(tool.getFileName()));

        FailedStart failed = FailedStart.of(
                ServiceSpec.builder("redis-server").env("PATH=" + directory + ':' + link + ':' + copies));

        assertThat(failed.hints()).containsExactly("did you mean '" + tool + "'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "cd-x /tmp && ls; so '&&' is handed to 'cd-x' as an argument",
                "sh -c 'exit 1' > log; so '>' is handed to '/bin/sh' as an argument",
                "export A=b; 'export' is a command of the shell, and no shell runs this one"
            })
    void says_that_no_shell_runs_the_command(String command, String hint) {
        FailedStart failed = FailedStart.of(
                ServiceSpec.builder(command).name("shop").env("PATH=/bin").readyPattern("<ready>"));

        assertThat(failed.hints().get(0))
                .contains(hint)
                .endsWith(": write {\"sh\", \"-c\", \"…\"} where one is needed");
    }

    @Test
    void takes_what_a_shell_runs_for_no_mistake() {
        FailedStart failed = FailedStart.of(ServiceSpec.builder("sh", "-c", "true && exit 1 >/dev/null")
                .env("PATH=/bin")
                .readyPattern("<ready>"));

        assertThat(failed.hints()).isEmpty();
    }

    @Test
    void says_that_it_is_the_stop_command_whose_program_is_missing() {
        FailedStart failed = FailedStart.of(ServiceSpec.builder("sh", "-c", "exec sleep 60")
                .name("shop")
                .env("PATH=/bin")
                .stopCommand("no-such-program"));

        assertThat(failed.message())
                .startsWith(
                        "Service 'shop' could not be started: stopCommand: Program 'no-such-program' was not found in"
                                + " PATH '/bin'.\n");
    }

    @Test
    void says_which_directory_of_a_program_does_not_exist() {
        FailedStart failed = FailedStart.of(ServiceSpec.builder(directory + "/bin/tool"));

        assertThat(failed.hints()).containsExactly("the directory '" + directory + "/bin' does not exist");
    }

    @Test
    void says_that_a_program_lacks_the_permission() throws Exception {
        Path tool = Files.writeString(directory.resolve("tool"), "#!/bin/sh\n");

        FailedStart failed = FailedStart.of(ServiceSpec.builder(tool.toString()));

        assertThat(failed.hints())
                .containsExactly("'" + tool + "' has no execute permission for this user: 'chmod +x' gives it");
    }

    @Test
    void says_that_the_working_directory_does_not_exist() {
        FailedStart failed = FailedStart.of(ShellService.of("lost", "exit").directory(directory + "/none"));

        assertThat(failed.message())
                .startsWith("Service 'lost' could not be started: 'directory' names '" + directory
                        + "/none', which does not exist.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#!/no/such/python | names the interpreter '/no/such/python', which does not exist",
                "#!/usr/bin/env no-such-python | runs 'no-such-python' through env, but no directory of PATH 'PATH' contains 'no-such-python'",
                "#!/bin/sh\\r | ends in CR LF, as on Windows, so that '/bin/sh\\r' is looked for: save the file with LF as line ends"
            })
    void reads_the_first_line_of_a_script(String firstLine, String hint) throws Exception {
        Path script = executable("run.sh", firstLine.replace("\\r", "\r") + "\necho hello\n");

        FailedStart failed =
                FailedStart.of(ServiceSpec.builder(script.toString()).readyPattern("<ready>"));

        assertThat(failed.message())
                .contains("the first line of '" + script + "' "
                        + hint.replace("'PATH'", "'" + System.getenv("PATH") + "'"));
    }

    @Test
    void says_that_a_program_is_built_for_another_processor() throws Exception {
        byte[] program = Files.readAllBytes(Path.of("/bin/true"));
        program[18] = (byte) 243;
        program[19] = 0;
        Path foreign = executable("foreign", program);

        FailedStart failed =
                FailedStart.of(ServiceSpec.builder(foreign.toString()).readyPattern("<ready>"));

        assertThat(failed.message()).contains("'" + foreign + "' is built for RISC-V, and this machine runs ");
    }

    @Test
    void says_that_a_program_needs_another_loader() throws Exception {
        String program = Files.readString(Path.of("/bin/true"), StandardCharsets.ISO_8859_1);
        String foreign = program.replaceFirst("/lib(64)?/ld-linux", "/lob$1/ld-linux");
        Path file = executable("foreign", foreign.getBytes(StandardCharsets.ISO_8859_1));

        FailedStart failed = FailedStart.of(ServiceSpec.builder(file.toString()).readyPattern("<ready>"));

        assertThat(failed.message())
                .startsWith("Service 'foreign' could not be started: '" + file
                        + "' is built for another system or C library, because its dynamic loader '/lob")
                .contains("' does not exist here: use a build for this system (exit code 127 after N ms).\n");
        assertThat(failed.hints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tool: error while loading shared libraries: libx.so.1: cannot open | the shared library 'libx.so.1' was not found: install it, or have LD_LIBRARY_PATH, which is '/opt/x', name the directory that has it",
                "java.lang.UnsupportedClassVersionError: shop/Shop has been compiled by a more recent version of the Java Runtime (class file version 65.0), this version of the Java Runtime only recognizes class file versions up to 61.0 | 'shop.Shop' has class file version 65 (Java 21), but Java 17 runs it and reads at most 61: run it with a newer Java, or compile it with '--release 17'",
                "Error: Unable to access jarfile shop.jar | Java could not start the program, main was never reached: \"LINE\". 'HERE/shop.jar' does not exist",
                "Exception in thread \"main\" java.lang.Error: no | the main thread threw java.lang.Error: no"
            })
    void knows_the_words_of_others(String line, String hint) {
        FailedStart failed = FailedStart.of(ShellService.of("words", "printf '%s\\n' \"$1\"; exit 1", line)
                .env("LD_LIBRARY_PATH=/opt/x")
                .readyPattern("<ready>"));

        assertThat(failed.hints())
                .contains(hint.replace("LINE", line)
                        .replace("HERE", Path.of("").toAbsolutePath().toString()));
    }

    @Test
    void says_that_a_place_cannot_be_written() {
        FailedStart failed = FailedStart.of(
                ShellService.of("fixture", "echo '/proc/sys/kernel/random/uuid: Permission denied'; exit 1")
                        .readyPattern("<ready>"));

        assertThat(failed.hints())
                .containsExactly(
                        "the service was denied access: \"/proc/sys/kernel/random/uuid: Permission denied\". The user '"
                                + System.getProperty("user.name") + "' cannot write '/proc/sys/kernel/random/uuid'");
    }

    @Test
    void looks_how_much_is_free_when_the_disk_is_full() {
        FailedStart failed = FailedStart.of(ShellService.of("full", "export TMPDIR=/dev; cat /etc/passwd >/dev/full")
                .readyPattern("<ready>"));

        assertThat(failed.hints().get(0).replaceAll("\\d+ MiB", "N MiB"))
                .startsWith("the service reported a full disk or quota: \"")
                .contains("No space left on device\". Free when looked at afterwards: N MiB at '"
                        + Path.of("").toAbsolutePath() + "', N MiB at '");
    }

    @Test
    void tells_the_limit_of_open_files() {
        FailedStart failed = FailedStart.of(
                ShellService.of("many", "ulimit -n 3; cat </etc/passwd").readyPattern("<ready>"));

        assertThat(failed.hints().get(0).replaceAll("limit of \\d+", "limit of N"))
                .startsWith("the service ran out of file descriptors: \"")
                .endsWith(
                        "Too many open files\". The service inherits a limit of N from this JVM: look whether the command or"
                                + " a script it calls lowers 'ulimit -n'. Look for files and sockets that are never closed before you raise the limit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exit 126 | shells exit with code 126 when they have found a program but cannot run it, for example for want of execute permission",
                "no-such-program | shells exit with code 127 when they do not find a program, and the dynamic loader when it does not find a library",
                "kill -HUP $$ | SIGHUP was not sent by this extension: a terminal sends it when it is closed; else WHO",
                "kill -INT $$ | SIGINT was not sent by this extension: Ctrl-C in a terminal sends it; else WHO",
                "kill -ABRT $$ | programs send themselves SIGABRT when a check in native code fails. If it crashes by hand too, a core dump ('ulimit -c unlimited') shows where",
                "kill -KILL $$ | SIGKILL was not sent by this extension: the kernel sends it when memory runs out; else WHO",
                "kill -SEGV $$ | SIGSEGV is a crash in native code, of the program or of a library. If it crashes by hand too, a core dump ('ulimit -c unlimited') shows where",
                "kill -TERM $$ | SIGTERM, which asks a program to end, was not sent by this extension: WHO"
            })
    void says_what_an_exit_code_stands_for(String script, String hint) {
        FailedStart failed = FailedStart.of(ShellService.of("coded", script).readyPattern("<ready>"));

        assertThat(failed.hints())
                .first()
                .isEqualTo(hint.replace(
                        "WHO",
                        "look for a 'kill' or 'timeout' in the command and in scripts that it calls, for tests and build"
                                + " steps that end processes, and for a build that was cancelled"));
    }

    @Test
    void finds_the_file_of_a_java_crash() {
        FailedStart failed = FailedStart.of(ShellService.of("crashed", ">hs_err_pid$$.log; kill -ABRT $$")
                .directory(directory.toString())
                .readyPattern("<ready>"));

        assertThat(failed.hints())
                .singleElement()
                .asString()
                .startsWith("the Java virtual machine crashed: its report is '" + directory + "/hs_err_pid");
    }

    @Test
    void says_why_a_program_can_be_silent() throws Exception {
        Path program = executable("python3", "#!/bin/sh\nexec sleep 1000\n");
        FailedStart silent = FailedStart.of(ShellService.of("silent", "exec sleep 1000")
                .readyPattern("ready")
                .timeout(SHORT));
        FailedStart elsewhere = FailedStart.of(ShellService.of("elsewhere", "exec sleep 1000 >/dev/null")
                .readyPattern("ready")
                .timeout(SHORT));
        FailedStart python = FailedStart.of(ServiceSpec.builder(program.toString())
                .env("PYTHONUNBUFFERED=")
                .name("python")
                .readyPattern("ready")
                .timeout(Duration.ofSeconds(1)));

        assertThat(silent.hints())
                .containsExactly(
                        "three causes look alike: the service needs more time; it prints nothing, which calls for"
                                + " another ready check; or it holds its output back because that does not go to a terminal"
                                + " ('stdbuf -oL' before the command turns that off for C programs)");
        assertThat(elsewhere.hints())
                .containsExactly("standard output of pid N (/usr/bin/sleep) goes to '/dev/null', where it is not seen");
        assertThat(python.hints())
                .containsExactly("Python may be holding output back, up to 8 KiB of it when that does not go to a"
                        + " terminal. Set PYTHONUNBUFFERED, which is empty, to 1, or run 'python -u'");
    }

    private Path executable(String name, String text) throws IOException {
        return ExecutableFile.write(directory.resolve(name), text);
    }

    private Path executable(String name, byte[] content) throws IOException {
        return ExecutableFile.write(directory.resolve(name), content);
    }
}
