package io.github.managedservice.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(OS.LINUX)
@Isolated("A hint is sought for 50 ms, which a busy machine may not have")
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
                "server READY | Server ready | the line \"server READY\" does not match \"Server ready\", but differs from it only in case: put (?i) at the start of the pattern",
                "up (8080) | up (8080) | the line \"up (8080)\" does not match \"up (8080)\", but has the very same text: put a backslash before each of ( ), which mean something else in a regular expression",
                "now ready. | ^ready$ | the line \"now ready.\" does not match \"^ready$\", but matches a part of the line: without ^ and $ it would be found there",
                "v1.2 up | v1\\\\.2 up | the line \"v1.2 up\" does not match \"v1\\\\.2 up\", but matches with one backslash in the pattern for each two",
                "all  green | all green | the line \"all  green\" does not match \"all green\", but differs from it only in white space: write \\h+ for a space",
                "green up | \\e\\[32mgreen\\e\\[0m | the line \"green up\" does not match \"\\e\\[32mgreen\\e\\[0m\", but matches without the colours in it: they are taken out of lines before those are looked at",
                "Server started | Server startet | of all lines \"Server started\" comes nearest to \"Server startet\": 1 character differs"
            })
    void shows_the_nearest_line(String line, String pattern, String hint) {
        FailedStart failed = FailedStart.of(ShellService.of("near", "echo other; printf '%s\\n' \"$1\"; exit 1", line)
                .readyPattern(pattern));

        assertThat(failed.hints()).containsExactly(hint);
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
                    .hasMessageContaining("\n    before this start \"^ready$\" did match, on standard error at ")
                    .hasMessageContaining(": \"ready\"; only lines of this start count\n");
        }
    }

    @Test
    void says_where_the_service_listens_instead() {
        FailedStart failed = FailedStart.of(Talker.of("elsewhere", "::1", "0", "${port}")
                .readyUrl("tcp://127.0.0.1:${port}")
                .timeout(Duration.ofSeconds(4)));

        assertThat(failed.hints()).hasSize(1);
        assertThat(failed.hints().get(0).replaceAll("\\d{4,5}", "PORT"))
                .isEqualTo(
                        "the service listens on [::1]:PORT (pid N) and nowhere on port PORT, where the ready check connects: "
                                + "pass '${port}' to the command");
    }

    @Test
    void says_that_the_service_listens_on_ipv6_alone() {
        FailedStart failed =
                FailedStart.of(Talker.of("six", "::1", "${port}", "").timeout(Duration.ofSeconds(4)));

        assertThat(failed.hints()).hasSize(1);
        assertThat(failed.hints().get(0).replaceAll("\\d{4,5}", "PORT"))
                .isEqualTo(
                        "the service listens on [::1]:PORT (pid N) and not on 127.0.0.1:PORT, where the ready check connects: "
                                + "have it listen there, or point the ready check at it");
    }

    @Test
    void says_that_the_service_listens_nowhere() {
        FailedStart failed = FailedStart.of(
                ShellService.of("deaf", "exec sleep 1000", "${port}").timeout(SHORT));

        assertThat(failed.hints()).hasSize(1);
        assertThat(failed.hints().get(0).replaceAll("\\d{4,5}", "PORT"))
                .isEqualTo("no process of the service listened on any TCP port when it was given up, so nothing could"
                        + " answer on 127.0.0.1:PORT");
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
                    .endsWith(" old: end it, or give the service another port");
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
                    similar names exist: '%s'
                  command:   redis-server --fast
                  directory: %s
                  environment changed:
                    PATH=/none:%s""".formatted(directory, tool, Path.of("").toAbsolutePath(), directory));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
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
                .startsWith("Service 'lost' could not be started: Its working directory '" + directory
                        + "/none' does not exist.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#!/no/such/python | names the interpreter '/no/such/python', which does not exist",
                "#!/usr/bin/env no-such-python | runs 'no-such-python' through env, but no directory of PATH has it: 'PATH'",
                "#!/bin/sh\\r | ends in CR LF, and the CR is taken for a part of '/bin/sh': save the file with LF alone"
            })
    void reads_the_first_line_of_a_script(String firstLine, String hint) throws Exception {
        Path script = executable("run.sh", firstLine.replace("\\r", "\r") + "\necho hello\n");

        FailedStart failed =
                FailedStart.of(ServiceSpec.builder(script.toString()).readyPattern("<ready>"));

        assertThat(failed.hints())
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

        assertThat(failed.hints().get(0)).startsWith("'" + foreign + "' is built for RISC-V, and this machine runs ");
    }

    @Test
    void says_that_a_program_needs_another_loader() throws Exception {
        String program = Files.readString(Path.of("/bin/true"), StandardCharsets.ISO_8859_1);
        String foreign = program.replaceFirst("/lib(64)?/ld-linux", "/lob$1/ld-linux");
        Path file = executable("foreign", foreign.getBytes(StandardCharsets.ISO_8859_1));

        FailedStart failed = FailedStart.of(ServiceSpec.builder(file.toString()).readyPattern("<ready>"));

        assertThat(failed.hints().get(0))
                .startsWith("'" + file + "' needs the loader '/lob")
                .endsWith("', which does not exist here: it is built for another system or C library");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tool: error while loading shared libraries: libx.so.1: cannot open | the library 'libx.so.1' was not found on the library path (LD_LIBRARY_PATH is '/opt/x'): \"LINE\"",
                "java.lang.UnsupportedClassVersionError: shop/Shop has been compiled by a more recent version of the Java Runtime (class file version 65.0), this version of the Java Runtime only recognizes class file versions up to 61.0 | 'shop.Shop' is compiled for Java 21, and Java 17 runs it: use a newer Java, or compile with '--release 17'",
                "Error: Unable to access jarfile shop.jar | exit code 1 with this line is Java's own: main was never reached: \"LINE\"",
                "Exception in thread \"main\" java.lang.Error: no | exit code 1 with this line is Java's own: main ended with an exception: \"LINE\""
            })
    void knows_the_words_of_others(String line, String hint) {
        FailedStart failed = FailedStart.of(ShellService.of("words", "printf '%s\\n' \"$1\"; exit 1", line)
                .env("LD_LIBRARY_PATH=/opt/x")
                .readyPattern("<ready>"));

        assertThat(failed.hints()).contains(hint.replace("LINE", line));
    }

    @Test
    void says_that_a_place_cannot_be_written() {
        FailedStart failed = FailedStart.of(
                ShellService.of("fixture", "echo '/proc/sys/kernel/random/uuid: Permission denied'; exit 1")
                        .readyPattern("<ready>"));

        assertThat(failed.hints())
                .containsExactly("'/proc/sys/kernel/random/uuid' cannot be written by the user '"
                        + System.getProperty("user.name") + "': \"/proc/sys/kernel/random/uuid: Permission denied\"");
    }

    @Test
    void looks_how_much_is_free_when_the_disk_is_full() {
        FailedStart failed = FailedStart.of(ShellService.of("full", "export TMPDIR=/dev; cat /etc/passwd >/dev/full")
                .readyPattern("<ready>"));

        assertThat(failed.hints().get(0).replaceAll("\\d+ MiB", "N MiB"))
                .startsWith("the service met a full disk or quota: \"")
                .contains("No space left on device\"; free now: N MiB at '"
                        + Path.of("").toAbsolutePath() + "', N MiB at '");
    }

    @Test
    void tells_the_limit_of_open_files() {
        FailedStart failed = FailedStart.of(
                ShellService.of("many", "ulimit -n 3; cat </etc/passwd").readyPattern("<ready>"));

        assertThat(failed.hints().get(0).replaceAll("limit of \\d+", "limit of N"))
                .startsWith("the service has reached its limit of open files: \"")
                .endsWith(
                        "Too many open files\"; it inherits a limit of N from this JVM ('ulimit -n'), unless it lowers"
                                + " that itself");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exit 126 | exit code 126 means, from a shell, that a program was found but could not be run",
                "no-such-program | exit code 127 means, from a shell, that a program was not found, and from the dynamic loader, that a library was not found",
                "kill -HUP $$ | exit code 129 means that SIGHUP ended it: somebody sent it, or its terminal or session went away",
                "kill -INT $$ | exit code 130 means that SIGINT ended it, as Ctrl-C does in a terminal",
                "kill -ABRT $$ | exit code 134 means that SIGABRT ended it, which programs send themselves when they find something badly wrong",
                "kill -KILL $$ | exit code 137 means that SIGKILL ended it, which this library did not send",
                "kill -SEGV $$ | exit code 139 means that SIGSEGV ended it: a crash in native code",
                "kill -TERM $$ | exit code 143 means that SIGTERM ended it, a polite request that this library did not send"
            })
    void says_what_an_exit_code_stands_for(String script, String hint) {
        FailedStart failed = FailedStart.of(ShellService.of("coded", script).readyPattern("<ready>"));

        assertThat(failed.hints()).first().isEqualTo(hint);
    }

    @Test
    void finds_the_file_of_a_java_crash() {
        FailedStart failed = FailedStart.of(ShellService.of("crashed", ">hs_err_pid$$.log; kill -ABRT $$")
                .directory(directory.toString())
                .readyPattern("<ready>"));

        assertThat(failed.message())
                .contains("the Java virtual machine crashed and wrote '" + directory + "/hs_err_pid");
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
                .containsExactly("the service printed nothing: it is silent, or keeps"
                        + " back some KiB when it does not print to a terminal (buffering; 'stdbuf -oL' turns that off in C"
                        + " programs)");
        assertThat(elsewhere.hints())
                .containsExactly("standard output of pid N goes to '/dev/null', where it is not seen");
        assertThat(python.hints())
                .containsExactly("the service printed nothing: Python keeps back up to 8 KiB then, and"
                        + " PYTHONUNBUFFERED is empty or not set: set it to 1, or run 'python -u'");
    }

    private Path executable(String name, String text) throws IOException {
        return executable(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path executable(String name, byte[] content) throws IOException {
        Path file = Files.write(directory.resolve(name), content);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
