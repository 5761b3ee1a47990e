package io.github.managedservice.internal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.internal.diagnosis.LivingProcesses.Elsewhere;
import io.github.managedservice.internal.readiness.Expected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each hint says of evidence that could mislead it. */
class HintsTests {

    private static final Expected LINE = new Expected.Line(Pattern.compile("^Started$"), 1);
    private static final Expected ANSWER = new Expected.Answer("127.0.0.1", 17_011);

    @Nested
    class Of_the_background {

        @Test
        void one_that_wrote_to_standard_error_may_have_failed() {
            assertThat(SeenStart.exited(0).complained("no license").left(2).hints(new BackgroundHint()))
                    .containsExactly(
                            "the process that was started exited with code 0 and left 2 other processes running:"
                                    + " either it failed after it had started a helper, or it went to the background (a"
                                    + " daemon) and needs its option to stay in the foreground");
        }

        @ParameterizedTest
        @ValueSource(strings = {"BOOT FAILED", "[error] <0.130.0> cannot bind", "could not open the store"})
        void and_so_may_one_whose_output_speaks_of_a_failure(String line) {
            assertThat(SeenStart.exited(0).printed(line).left(1).hints(new BackgroundHint()))
                    .singleElement()
                    .asString()
                    .contains("either it failed");
        }

        @Test
        void one_that_left_nothing_did_not() {
            assertThat(SeenStart.exited(0).hints(new BackgroundHint())).isEmpty();
        }
    }

    @Nested
    class Of_patterns {

        private static final String HOSTILE = "(?:x+x+)+y";

        /** The same on every machine: what is limited is work, not time. */
        @ParameterizedTest
        @CsvSource({"Server startet, 1000, 1", "Server startet, 10, 0", HOSTILE + ", 1000, 0"})
        void a_line_is_looked_for_until_that_takes_too_many_steps(String pattern, long steps, int hints) {
            assertThat(SeenStart.running()
                            .awaiting(new Expected.Line(Pattern.compile(pattern), 1))
                            .printed("Server started", "x".repeat(40))
                            .hints(new PatternHint(steps)))
                    .hasSize(hints);
        }
    }

    @Nested
    class Of_ports {

        @Test
        void a_port_that_was_not_passed_is_to_be_passed() {
            assertThat(SeenStart.running()
                            .awaiting(ANSWER)
                            .ports(17_011)
                            .listeningOn("[::1]", 4711)
                            .hints(new ListeningHint()))
                    .containsExactly("the service listens on [::1]:4711 (pid 7), and not on port 17011, where the ready"
                            + " check connects: pass '${port}' to the command");
        }

        @ParameterizedTest
        @CsvSource({"HTTP_ADDR, 127.0.0.1:17011", "JAVA_OPTS, -Dport=17011"})
        void a_port_can_be_passed_in_a_variable(String name, String value) {
            assertThat(SeenStart.running()
                            .awaiting(ANSWER)
                            .env(name, value)
                            .ports(17_011)
                            .listeningOn(8080)
                            .hints(new ListeningHint()))
                    .singleElement()
                    .asString()
                    .endsWith(
                            ", although that was passed to it: it may read its port from elsewhere, or need more time");
        }

        @Test
        void digits_of_another_number_are_no_port() {
            assertThat(SeenStart.running()
                            .awaiting(ANSWER)
                            .command("/bin/server", "--id=117011")
                            .ports(17_011)
                            .listeningOn(8080)
                            .hints(new ListeningHint()))
                    .singleElement()
                    .asString()
                    .endsWith(": pass '${port}' to the command");
        }

        @Test
        void a_port_that_is_not_leased_cannot_be_passed() {
            assertThat(SeenStart.running().awaiting(ANSWER).listeningOn(8080).hints(new ListeningHint()))
                    .singleElement()
                    .asString()
                    .endsWith(": have the service listen there, or the ready check connect to 127.0.0.1:8080");
        }

        @Test
        void a_container_engine_listens_for_its_client() {
            SeenStart docker =
                    SeenStart.running().awaiting(ANSWER).ports(17_011).holding(17_011, true);

            assertThat(docker.hints(new ListeningHint())).isEmpty();
            assertThat(docker.hints(new PortInUseHint())).isEmpty();
        }
    }

    @Nested
    class Of_output_elsewhere {

        private final Elsewhere helper = new Elsewhere(9, "/usr/bin/epmd", false, "standard output", "/dev/null");
        private final Elsewhere own = new Elsewhere(7, "/bin/server", true, "standard output", "/var/log/server.log");

        @Test
        void a_helper_without_output_explains_nothing_of_a_service_that_prints() {
            assertThat(SeenStart.running()
                            .awaiting(LINE)
                            .printed("starting")
                            .output(helper)
                            .hints(new OutputElsewhereHint()))
                    .isEmpty();
        }

        @Test
        void of_a_silent_service_it_is_named() {
            Elsewhere errors = new Elsewhere(9, "/usr/bin/epmd", false, "standard error", "/dev/null");

            assertThat(SeenStart.running()
                            .awaiting(LINE)
                            .output(helper)
                            .output(errors)
                            .hints(new OutputElsewhereHint()))
                    .containsExactly(
                            "standard output and standard error of pid 9 (/usr/bin/epmd) go to '/dev/null', where they"
                                    + " are not seen");
        }

        @Test
        void a_script_may_print_before_the_service_logs_to_a_file() {
            Elsewhere child = new Elsewhere(9, "/bin/server", false, "standard output", "/var/log/server.log");

            assertThat(SeenStart.running()
                            .awaiting(LINE)
                            .printed("starting")
                            .output(own)
                            .output(child)
                            .hints(new OutputElsewhereHint()))
                    .containsExactly(
                            "standard output of pid 7 (/bin/server) goes to '/var/log/server.log', where it is not"
                                    + " seen",
                            "standard output of pid 9 (/bin/server) goes to '/var/log/server.log', where it is not"
                                    + " seen");
        }
    }

    @Nested
    class Of_root {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "initdb: error: cannot be run as root | initdb",
                    "/usr/lib/postgresql/16/bin/pg_ctl: cannot be run as root | pg_ctl",
                    "[ERROR] [MY-010123] Please read Security section of the manual to find out how to run mysqld as"
                            + " root! | mysqld",
                    "java.lang.RuntimeException: can not run elasticsearch as root | elasticsearch"
                })
        void a_server_that_refuses_it_is_run_as_another_user(String line, String name) {
            assertThat(SeenStart.exited(1).complained(line).hints(new RootHint()))
                    .containsExactly(
                            name + " cannot be run as root: run the tests as another user, or have the command change"
                                    + " to one, as 'setpriv --reuid=NAME --regid=NAME --clear-groups' does; that user"
                                    + " must own what the service writes");
        }
    }

    @Nested
    class Of_lines_that_did_not_count {

        @Test
        void one_came_too_late() {
            assertThat(SeenStart.running()
                            .awaiting(LINE)
                            .printed("starting")
                            .printedTooLate("Started")
                            .hints(new EarlierMatchHint()))
                    .singleElement()
                    .asString()
                    .startsWith("the line \"Started\" matches, but came (on standard output at ")
                    .endsWith(") after the service had been given up: raise its 'timeout', or on a slow machine"
                            + " 'managedservice.timeout.factor'");
        }

        @Test
        void one_was_that_of_an_earlier_run() {
            assertThat(SeenStart.running()
                            .awaiting(LINE)
                            .complainedBefore("Started")
                            .hints())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "the line \"Started\" matches, but an earlier run of the service printed it (on standard"
                                    + " error at ")
                    .contains("), and only lines of the present run count: ");
        }

        @Test
        void one_came_before_what_it_should_follow() {
            assertThat(SeenStart.running().awaiting(LINE).printed("Started").hints(new EarlierMatchHint()))
                    .singleElement()
                    .asString()
                    .endsWith(") before the condition that it has to follow held, or only just when the time was over");
        }
    }

    @Nested
    class Of_shells {

        private static final String REMEDY = ": write {\"sh\", \"-c\", \"…\"} where one is needed";

        @Test
        void the_operators_of_one_are_arguments_where_none_runs_the_command() {
            assertThat(SeenStart.neverRan("cd-x", "/tmp", "&&", "ls").hints())
                    .containsExactly("no shell runs the command, so '&&' is handed to 'cd-x' as an argument" + REMEDY);
            assertThat(SeenStart.exited(1)
                            .command("/bin/sh", "-c", "exit 1", ">", "log")
                            .hints())
                    .containsExactly(
                            "no shell runs the command, so '>' is handed to '/bin/sh' as an argument" + REMEDY);
        }

        @Test
        void a_command_of_one_is_no_program() {
            assertThat(SeenStart.neverRan("export", "A=b").env("PATH", "/bin").hints())
                    .startsWith("'export' is a command of the shell, and no shell runs this one" + REMEDY);
        }

        @Test
        void what_one_runs_is_no_mistake() {
            assertThat(SeenStart.exited(1)
                            .command("/bin/sh", "-c", "true && exit 1 >/dev/null")
                            .hints())
                    .isEmpty();
        }
    }

    @Nested
    class Of_the_words_of_others {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "tool: error while loading shared libraries: libx.so.1: cannot open | the shared library 'libx.so.1' was not found: install it, or have LD_LIBRARY_PATH, which is '/opt/x', name the directory that has it",
                    "java.lang.UnsupportedClassVersionError: shop/Shop has been compiled by a more recent version of the Java Runtime (class file version 65.0), this version of the Java Runtime only recognizes class file versions up to 61.0 | 'shop.Shop' has class file version 65 (Java 21), but Java 17 runs it and reads at most 61: run it with a newer Java, or compile it with '--release 17'",
                    "Exception in thread \"main\" java.lang.Error: no | the main thread threw java.lang.Error: no"
                })
        void they_say_what_is_wrong(String line, String hint) {
            assertThat(SeenStart.exited(1)
                            .printed(line)
                            .env("LD_LIBRARY_PATH", "/opt/x")
                            .hints())
                    .containsExactly(hint);
        }
    }

    @Nested
    class Of_java {

        @Test
        void the_root_cause_is_that_of_the_exception_that_ended_it() {
            assertThat(SeenStart.exited(1)
                            .printed(
                                    "Exception in thread \"main\" java.lang.IllegalStateException: closed",
                                    "\tat shop.Main")
                            .printed(
                                    "INFO retrying",
                                    "java.io.IOException: other",
                                    "Caused by: java.net.ConnectException: x")
                            .hints(new JavaExitHint()))
                    .containsExactly("the main thread threw java.lang.IllegalStateException: closed");
        }

        @Test
        void a_message_can_have_several_lines() {
            assertThat(SeenStart.exited(1)
                            .printed("Exception in thread \"main\" java.lang.IllegalStateException: two things:", "one")
                            .printed(
                                    "\tat shop.Main.main(Main.java:7)",
                                    "Caused by: java.io.IOException: this",
                                    "and that")
                            .hints(new JavaExitHint()))
                    .containsExactly(
                            "the main thread threw java.lang.IllegalStateException: two things:",
                            "root cause: java.io.IOException: this");
        }

        @Test
        void the_report_of_a_crash_is_of_this_one(@TempDir Path directory) throws IOException {
            Path report = Files.writeString(directory.resolve("hs_err_pid4711.log"), "");
            SeenStart crashed = SeenStart.exited(134).in(directory);

            assertThat(crashed.hints(new ExitCodeHint()))
                    .containsExactly("the Java virtual machine crashed: its report is '" + report + "'");

            Files.setLastModifiedTime(report, FileTime.from(Instant.now().minus(Duration.ofHours(1))));

            assertThat(crashed.hints(new ExitCodeHint())).noneMatch(hint -> hint.contains("crashed: "));
        }
    }

    @Nested
    class Of_what_is_denied {

        @Test
        void a_file_says_nothing_of_a_low_port() {
            assertThat(SeenStart.exited(1)
                            .ports(80)
                            .complained("open /etc/shop.key: permission denied")
                            .hints(new LowPortHint(1024)))
                    .isEmpty();
        }

        @Test
        void a_socket_says_nothing_of_the_working_directory() {
            assertThat(SeenStart.exited(1)
                            .in(Path.of("/proc"))
                            .complained("bind: Permission denied")
                            .hints(new UnwritableHint()))
                    .isEmpty();
        }

        @Test
        void an_answer_of_http_says_nothing_of_files() {
            assertThat(SeenStart.exited(1)
                            .complained("GET /sys/kernel/denied answered HTTP 403: permission denied")
                            .hints(new UnwritableHint()))
                    .isEmpty();
        }

        @Test
        void many_lines_make_few_hints() {
            SeenStart denied = SeenStart.exited(1);
            for (int number = 0; number < 10; number++) {
                denied.complained("write " + number + " to /proc/sys/kernel/random/uuid: Permission denied");
            }

            assertThat(denied.hints(new UnwritableHint())).hasSize(3);
        }
    }

    @Nested
    class Of_full_disks {

        @Test
        void temporary_files_are_in_the_usual_place() {
            assertThat(SeenStart.exited(1)
                            .complained("cat: write error: No space left on device")
                            .hints())
                    .singleElement()
                    .asString()
                    .matches(
                            "the service reported a full disk or quota: \"cat: write error: No space left on device\"\\."
                                    + " Free when looked at afterwards: \\d+ MiB at '/', \\d+ MiB at '/tmp'\\. .*");
        }
    }

    @Nested
    class Of_binaries {

        @Test
        @EnabledOnOs(OS.LINUX)
        void one_may_be_built_for_another_processor(@TempDir Path directory) throws IOException {
            byte[] program = Files.readAllBytes(Path.of("/bin/true"));
            program[18] = (byte) 243;
            program[19] = 0;
            Path foreign = Files.write(directory.resolve("foreign"), program);

            assertThat(SeenStart.exited(126).command(foreign.toString()).hints())
                    .singleElement()
                    .asString()
                    .startsWith("'" + foreign + "' is built for RISC-V, and this machine runs ");
        }
    }

    @Nested
    class Of_open_files {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Error: EMFILE: too many open files, watch '/srv'",
                    "User limit of inotify instances reached or too many open files"
                })
        void watching_has_a_limit_of_its_own(String line) {
            assertThat(SeenStart.exited(1).complained(line).hints(new OpenFilesHint()))
                    .containsExactly(
                            "the user has too many inotify instances, or the service too many files open: \"" + line
                                    + "\". Compare 'sysctl fs.inotify.max_user_instances' with what other programs of"
                                    + " the user watch");
        }

        @Test
        void the_limit_of_the_whole_system_is_not_that_of_the_service() {
            assertThat(SeenStart.exited(1)
                            .complained("accept: Too many open files in system")
                            .hints(new OpenFilesHint()))
                    .isEmpty();
        }
    }

    @Nested
    class Of_exit_codes {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "126 | shells exit with code 126 when they have found a program but cannot run it, for example for want of execute permission",
                    "127 | shells exit with code 127 when they do not find a program, and the dynamic loader when it does not find a library",
                    "134 | programs send themselves SIGABRT when a check in native code fails. If it crashes by hand too, a core dump ('ulimit -c unlimited') shows where",
                    "137 | SIGKILL was not sent by this extension: the kernel sends it when memory runs out; else look for a 'kill' or 'timeout' in the command and in scripts that it calls, for tests and build steps that end processes, and for a build that was cancelled"
                })
        void each_stands_for_something(int code, String hint) {
            assertThat(SeenStart.exited(code).hints()).startsWith(hint);
        }

        @Test
        void the_client_of_a_container_engine_passes_on_that_of_the_container() {
            assertThat(SeenStart.exited(137)
                            .command("/usr/bin/docker", "run", "--rm", "redis")
                            .hints(new ExitCodeHint()))
                    .singleElement()
                    .asString()
                    .endsWith(". 'docker' exits so too when it is what it runs that was ended by the signal");
        }
    }

    @Nested
    class Of_silence {

        @ParameterizedTest
        @CsvSource({"-u, false", "-Bu, false", "-B, true"})
        void python_keeps_nothing_back_with_its_option(String option, boolean keepsBack) {
            List<String> hints = SeenStart.running()
                    .awaiting(LINE)
                    .command("/usr/bin/python3", option, "server.py", "-user")
                    .hints(new SilenceHint());

            assertThat(hints.get(0).startsWith("Python may be holding output back"))
                    .isEqualTo(keepsBack);
        }
    }
}
