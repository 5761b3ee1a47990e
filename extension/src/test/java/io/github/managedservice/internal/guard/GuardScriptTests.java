package io.github.managedservice.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.managedservice.Eventually;
import io.github.managedservice.ExecutableFile;
import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.os.ProcessEntry;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.os.ProcessTable;
import io.github.managedservice.internal.os.ProcessTables;
import io.github.managedservice.internal.process.Habits;
import io.github.managedservice.internal.process.Token;
import io.github.managedservice.internal.text.ShellWord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gives the guard's script its orders and then the end of file that the death of a JVM is to it. */
@EnabledOnOs(OS.LINUX)
class GuardScriptTests {

    private final ProcessTable table = ProcessTables.ofThisPlatform();
    private final ProcessMark mark = MarkNumbers.newMark();
    private final long cookie = mark.cookie();
    private final String limited = PlainProcesses.limit(mark);
    private final String expect = "expect " + cookie;
    private final String ready = "ready " + cookie;
    private final PlainProcesses processes = new PlainProcesses();
    private final Path files;
    private final Path calls;
    private final Path end;

    GuardScriptTests(@TempDir Path files) {
        this.files = files;
        this.calls = files.resolve("calls");
        this.end = files.resolve("end");
    }

    @AfterEach
    void nothing_is_left() {
        processes.close();
    }

    @Test
    void ends_what_was_announced_and_never_known_to_have_started() throws Exception {
        Process announced = marked();

        guard(expect);

        assertEnds(announced);
    }

    @Test
    void spares_what_carries_the_mark_of_a_service_that_has_ended() throws Exception {
        Process ended = marked();

        guard(expect, started(ended), "ended " + cookie);

        assertSpared(ended);
    }

    @Test
    void ends_a_process_that_carries_no_mark_but_was_told_with_its_start_time() throws Exception {
        Process told = sleeping();

        guard(expect, started(told));

        assertEnds(told);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void spares_a_process_that_has_got_the_pid_of_the_one_told(long later) throws Exception {
        Process stranger = sleeping();

        guard(expect, started(stranger, later));

        assertSpared(stranger);
    }

    @Test
    void ends_the_whole_group_of_a_process_that_leads_a_session() throws Exception {
        Process leader = processes.start("setsid", "/bin/sh", "-c", "echo up; sleep 1000 & echo $!; exec sleep 1000");
        ProcessHandle member =
                ProcessHandle.of(Long.parseLong(processes.lines().next())).orElseThrow();

        guard(expect, started(leader));

        // It carries no mark, so the guard does not wait until it is dead.
        assertThat(member.onExit()).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void spares_the_group_of_a_process_that_does_not_lead_its_session() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash, whose job control makes groups");
        processes.start("bash", "-c", "set -m; echo up; (sleep 1000 & echo $!; exec sleep 1000) & wait");
        long member = Long.parseLong(processes.lines().next());
        long leader = table.entry(member).orElseThrow().parent();
        try {

            guard(expect, started(leader, 0));

            assertThat(table.entry(member).filter(ProcessEntry::alive)).isPresent();
        } finally {
            ProcessHandle.of(member).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a) Z (b", "two\nlines) R 1"})
    void reads_the_start_time_behind_any_name(String name) throws Exception {
        Process named = named(name);

        guard(expect, started(named));

        assertEnds(named);
    }

    @Test
    void ends_whose_mark_is_in_the_environment_behind_those_of_outer_services() throws Exception {
        Process nested = processes.start(
                "env", ProcessMark.VARIABLE + "=5:77:" + cookie + ":9", "/bin/sh", "-c", "echo up; exec sleep 1000");

        guard(expect);

        assertEnds(nested);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%d1", "1%d", "x%d", "%d.5"})
    void spares_whose_environment_only_resembles_the_mark(String form) throws Exception {
        Process stranger = processes.start(
                "env",
                ProcessMark.VARIABLE + "=" + form.formatted(cookie),
                "OTHER=" + ProcessMark.VARIABLE + "=" + cookie,
                "/bin/sh",
                "-c",
                "echo up; exec sleep 1000");

        guard(expect);

        assertSpared(stranger);
    }

    @Test
    void ends_what_carries_the_mark_of_any_service() throws Exception {
        ProcessMark second = MarkNumbers.newMark();
        Process one = marked();
        Process another = marked(second);

        guard(expect, "expect " + second.cookie());

        assertEnds(one, another);
    }

    @Test
    void ends_who_has_lowered_the_soft_limit_but_not_the_hard_one() throws Exception {
        String hard = "{ ulimit -S -w 7 || ulimit -S -x 7; ulimit -H -w " + cookie + " || ulimit -H -x " + cookie
                + "; } 2>/dev/null; ";
        Process lowered = shell(hard + "echo up; exec sleep 1000");

        guard(expect);

        assertEnds(lowered);
    }

    @Test
    void spares_strangers_that_are_born_while_it_looks() throws Exception {
        // Each must end well, or the loop ends.
        Process stranger = shell("echo up; while sh -c :; do :; done");
        Process service = marked();

        for (int time = 0; time < 5; time++) {
            guard(expect);
        }

        assertEnds(service);
        assertSpared(stranger);
    }

    /** A search takes a while, in which a pid that it found may have become somebody else's. */
    @ParameterizedTest
    @ValueSource(strings = {"environ", "limits"})
    void spares_a_stranger_who_has_got_a_pid_that_a_search_has_found(String searched) throws Exception {
        Process stranger = sleeping();
        Process service = marked();
        // It finds the stranger too where it looks into many files, but not where it looks into one.
        ExecutableFile.write(files.resolve("grep"), """
                #!/bin/sh
                PATH=${PATH#*:}
                case "$*" in */%2$s\\ */%2$s) echo /proc/%1$d/%2$s ;; esac
                exec grep "$@"
                """.formatted(stranger.pid(), searched));

        guardAfter("PATH=" + files + ":$PATH", expect);

        assertEnds(service);
        assertSpared(stranger);
    }

    @Test
    void deletes_directories_after_all_stop_commands_have_ended() throws Exception {
        Path directory = Files.createDirectory(files.resolve("directory"));
        Path seen = files.resolve("seen");

        guard(
                expect,
                stop(100, "sleep 0.2; [ ! -d " + directory + " ] || echo there >" + seen),
                "created 1 " + directory);

        assertThat(seen).hasContent("there");
        assertThat(directory).doesNotExist();
    }

    @Test
    void spares_a_directory_of_a_name_that_was_deleted_before() throws Exception {
        Path stranger = Files.createDirectory(files.resolve("directory"));

        guard("created 1 " + stranger, "deleted 1");

        assertThat(stranger).exists();
    }

    @Test
    void awaits_the_service_that_its_stop_command_has_asked() throws Exception {
        Process service =
                shell(limited + "trap 'sleep 0.3; echo orderly >" + end + "; exit' USR1; echo up; sleep 1000 & wait");

        guard(expect, stop(100, "kill -USR1 " + service.pid()), started(service));

        assertThat(end).hasContent("orderly");
    }

    @Test
    void awaits_a_stop_command_that_goes_on_after_its_service() throws Exception {
        Process service = sleeping();

        guard(
                expect,
                stop(100, "kill " + service.pid() + "; sleep 0.3; echo orderly >" + end),
                started(service),
                ready);

        assertThat(end).hasContent("orderly");
    }

    @Test
    void forces_the_service_that_its_stop_command_did_not_end() throws Exception {
        Process service = sleeping();
        Process daemon = marked();

        guard(expect, stop(1, ":"), started(service));

        assertEnds(service, daemon);
    }

    @Test
    void ends_what_its_stop_command_has_left() throws Exception {
        Path pid = files.resolve("pid");

        guard(expect, stop(1, "env -i sleep 1000 & echo $! >" + pid), started(sleeping()));

        assertThat(table.entry(Long.parseLong(Files.readString(pid).strip())).filter(ProcessEntry::alive))
                .isEmpty();
    }

    @Test
    void asks_a_service_that_was_ready_once_however_long_it_takes() throws Exception {
        Process service = shell(limited + "trap 'sleep 1.5; exit' USR1; echo up; sleep 1000 & wait");

        guard(expect, stop(200, "echo asked >>" + calls + "; kill -USR1 " + service.pid()), started(service), ready);

        assertThat(calls).hasContent("asked");
    }

    @Test
    void runs_no_stop_command_while_the_one_before_still_runs() throws Exception {
        Path ran = files.resolve("ran");
        Path running = files.resolve("running");
        Path twice = files.resolve("twice");

        guard(
                expect,
                stop(
                        200,
                        "touch " + ran + "; mkdir " + running + " || touch " + twice + "; sleep 1.5; rmdir "
                                + running));

        assertThat(ran).exists();
        assertThat(twice).doesNotExist();
    }

    @Test
    void runs_the_stop_command_once_of_what_was_announced_twice() throws Exception {
        guard(expect, stop(200, "echo asked >>" + calls), ready, expect);

        assertThat(calls).hasContent("asked");
    }

    /** One that has not ended in time gets its stop command a second time. */
    @Test
    void does_not_await_a_process_that_has_got_the_pid_of_the_one_told() throws Exception {
        Process stranger = sleeping();

        guard(expect, stop(20, "echo asked >>" + calls), started(stranger, 1), ready);

        assertThat(calls).hasContent("asked");
        assertSpared(stranger);
    }

    @Test
    void gives_the_last_word_as_much_time_as_the_first() throws Exception {
        guard(expect, stop(30, "sleep 0.2; echo asked >>" + calls), started(sleeping()), ready);

        assertThat(calls).hasContent("asked\nasked");
    }

    @Test
    void runs_the_stop_commands_of_all_services_at_the_same_time() throws Exception {
        long other = MarkNumbers.newMark().cookie();
        String meeting = "cd " + files + "; touch %1$s; until [ -e %2$s ]; do sleep 0.01; done; touch met-%2$s";

        guard(
                expect,
                stop(100, meeting.formatted("a", "b")),
                "expect " + other,
                "stop " + other + " 100 " + meeting.formatted("b", "a"));

        assertThat(files.resolve("met-a")).exists();
        assertThat(files.resolve("met-b")).exists();
    }

    @Test
    void gives_each_stop_command_its_own_time() throws Exception {
        long hasty = MarkNumbers.newMark().cookie();

        guard(expect, stop(100, "sleep 0.3; echo orderly >" + end), "expect " + hasty, "stop " + hasty + " 0 :");

        assertThat(end).hasContent("orderly");
    }

    @Test
    void does_not_take_a_service_for_ready_because_another_is() throws Exception {
        long other = MarkNumbers.newMark().cookie();

        guard(expect, stop(100, "echo asked >>" + calls), "expect " + other, "ready " + other);

        assertThat(calls).hasContent("asked\nasked");
    }

    @Test
    void ends_the_others_while_a_stop_command_runs() throws Exception {
        Process other = marked();
        long polite = MarkNumbers.newMark().cookie();

        guard(
                expect,
                "expect " + polite,
                "stop " + polite + " 100 while kill -0 " + other.pid() + "; do sleep 0.01; done; touch " + end);

        assertThat(end).exists();
    }

    @Test
    void lets_a_stop_command_hear_signals() throws Exception {
        Path ran = files.resolve("ran");
        Path deaf = files.resolve("deaf");

        guard(expect, stop(100, "sh -c 'touch " + ran + "; kill $$; touch " + deaf + "'"));

        assertThat(ran).exists();
        assertThat(deaf).doesNotExist();
    }

    /** Found where a scan takes too long, between the newest pid then and the newest now. */
    @ParameterizedTest
    @CsvSource({
        // pid_max, newest before, newest at each look, those that carry the mark; asked, exit code
        "32768,   100, 103 103,     '',    101 102 103,       1",
        "32768,   100, 101 103 103, '',    101 102 103,       1",
        "32768,   100, 102 102,     102,   101 102,           0",
        "32768,   100, 100,         '',    '',                1",
        "32768, 32765, 2 2,         '',    32766 32767 1 2,   1",
        "32768, 32767, 1 1,         1,     1,                 0",
        "  500,   498, 499 1 1,     '',    499 1,             1",
        "32768,   100, 3100,        '',    '',                0",
        "32768, 32000, 2232,        '',    '',                0"
    })
    void asks_whoever_was_born_since_a_scan_began(
            int pidMax, int seen, String newest, String marked, String asked, int expected) throws Exception {
        String preparation = """
                pid_max=$1 seen=$2 looks=$3 marked=$4
                see_newest() {
                    newest=${looks%%%% *} looks=${looks#* }
                }
                end() {
                    echo "$1"
                    case " $marked " in *" $1 "*) marked= ;; *) return 1 ;; esac
                }
                %scatch_up
                """.formatted(function("catch_up"));
        Process searching = new ProcessBuilder(
                        "/bin/sh", "-c", preparation, "sh", "" + pidMax, "" + seen, newest, marked)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(searching.waitFor(20, TimeUnit.SECONDS)).isTrue();

            assertThat(searching.inputReader().lines().collect(Collectors.joining(" ")))
                    .isEqualTo(asked);
            assertThat(searching.exitValue()).isEqualTo(expected);
        } finally {
            searching.destroyForcibly();
        }
    }

    /** Asked of processes that no search has found before. */
    @ParameterizedTest
    @CsvSource({"-S, 6, 1", "-S, 46, 0", "-S, 466, 1", "-S, 99, 0", "'', 9, 1", "'', 99, 0", "'', 46, 0"})
    void compares_whole_limits(String kind, int limit, int expected) throws Exception {
        Process process = shell("ulimit " + kind + " -w " + limit + " 2>/dev/null || ulimit " + kind + " -x " + limit
                + "; echo up; exec sleep 1000");

        Process asked = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "cookies='46|99'; " + function("marked") + "marked $1",
                        "sh",
                        "" + process.pid())
                .redirectErrorStream(true)
                .start();

        assertThat(asked.waitFor()).isEqualTo(expected);
    }

    @Test
    void deletes_its_ledger_and_the_folder_of_that() throws Exception {
        Path ledger =
                Files.createFile(Files.createDirectory(files.resolve("folder")).resolve("ledger"));

        guard("ledger 0 " + ledger);

        assertThat(ledger.getParent()).doesNotExist();
    }

    @Test
    void kills_whom_its_scout_sees() throws Exception {
        Process seen = sleeping();
        Process service = sleeping();

        guardWithScout(processes.identity(seen.pid(), 0), expect, started(service));

        assertEnds(seen, service);
    }

    @ParameterizedTest
    @CsvSource({"-1, ''", "1, ''", "1, ' 0.01'"})
    void spares_a_process_that_has_got_the_pid_of_one_its_scout_has_seen(long later, String uptime) throws Exception {
        Process stranger = sleeping();

        guardWithScout(processes.identity(stranger.pid(), later) + uptime, expect, started(sleeping()));

        assertSpared(stranger);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 0.01"})
    void asks_again_whom_its_scout_has_seen_where_there_is_no_uptime(String told) throws Exception {
        Process stranger = sleeping();

        guardWithUptime(
                files.resolve("uptime"),
                "BEGIN { getline; print \"" + processes.identity(stranger.pid(), 1) + told + "\" }",
                expect,
                started(sleeping()));

        assertSpared(stranger);
    }

    @Test
    void takes_no_uptime_for_that_of_another_look() throws Exception {
        Path uptime = Files.writeString(files.resolve("uptime"), "5.00 1.00\n");
        Process seen = sleeping();
        Process stranger = sleeping();

        guardWithUptime(
                uptime,
                "BEGIN { getline; print \"" + processes.identity(seen.pid(), 1) + " 5.00\"; fflush();"
                        + " while (system(\"kill -0 " + seen.pid() + "\") == 0); system(\"rm " + uptime + "\");"
                        + " print \"" + processes.identity(stranger.pid(), 1) + " 5.00\" }",
                expect,
                started(sleeping()));

        assertEnds(seen);
        assertSpared(stranger);
    }

    @Test
    void sends_another_scout_where_one_breaks_off() throws Exception {
        Path sent = files.resolve("sent");

        guardWith(
                "BEGIN { getline; print \"one\" >> \"" + sent + "\"; close(\"" + sent + "\");"
                        + " while ((getline line < \"" + sent + "\") > 0) many++; if (many == 3) print \"over\" }",
                expect,
                started(marked()));

        assertThat(sent).hasContent("one\none\none");
    }

    @Test
    void tells_each_scout_what_to_look_for_and_who_is_there() throws Exception {
        Path told = files.resolve("told");

        guardWith(
                "BEGIN { getline; print >> \"" + told + "\"; close(\"" + told + "\");" + " while ((getline line < \""
                        + told + "\") > 0) many++; if (many == 2) print \"over\" }",
                expect,
                started(sleeping()));

        assertThat(Files.readAllLines(told))
                .hasSize(2)
                .allSatisfy(order ->
                        assertThat(order).matches("\\d+ " + table.pidLimit() + " " + cookie + "( /proc/\\d+)+"));
    }

    @Test
    void takes_the_largest_number_of_pids_there_can_be_for_one_that_cannot_be_read() throws Exception {
        Path told = files.resolve("told");

        run(
                GuardScripts.GUARD.replace("/proc/sys/kernel/pid_max", "/nowhere"),
                scout("BEGIN { getline; print >> \"" + told + "\"; print \"over\" }"),
                expect,
                started(sleeping()));

        assertThat(Files.readString(told)).matches("\\d+ 4194304 " + cookie + " .*\n");
    }

    @Test
    void sends_one_scout_for_all_services() throws Exception {
        Path sent = files.resolve("sent");
        Process sibling = sleeping();
        long other = MarkNumbers.newMark().cookie();

        guardWith(
                "BEGIN { getline; print \"one\" >> \"" + sent + "\"; print \"over\" }",
                expect,
                started(sleeping()),
                "expect " + other,
                "started " + other + " " + processes.identity(sibling.pid(), 0));

        assertThat(sent).hasContent("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/sh", "/bin/bash", "/bin/busybox sh"})
    void leaves_no_zombie_while_it_waits_in_any_shell(String shell) throws Exception {
        List<String> command = new ArrayList<>(List.of(shell.split(" ", -1)));
        assumeTrue(Files.isExecutable(Path.of(command.get(0))), "there is no " + shell);
        command.addAll(List.of("-c", scout(GuardScripts.SCOUT) + "\n" + GuardScripts.GUARD, "managed-service-guard"));
        Process service = sleeping();
        Process guard = processes.add(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        try (OutputStream orders = guard.getOutputStream()) {
            orders.write((expect + "\n" + started(service) + "\n").getBytes(StandardCharsets.US_ASCII));
            orders.flush();

            Eventually.holds(() -> guard.descendants().findAny().isPresent());
            Eventually.holds(() -> guard.descendants().noneMatch(GuardScriptTests::isZombie));
        }
        assertThat(guard.waitFor()).isZero();
        assertEnds(service);
    }

    /** What the JVM has started may hold the pipe, so that there is no end of file. */
    @Test
    void ends_what_is_left_by_a_jvm_that_ended_while_its_guard_was_starting() throws Exception {
        Process service = sleeping();
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/sh",
                "-c",
                scout(GuardScripts.SCOUT) + "\n" + GuardScripts.GUARD,
                "managed-service-guard",
                "reading",
                "0",
                "2");
        builder.environment().put("MANAGED_SERVICE_ORDER_1", expect);
        builder.environment().put("MANAGED_SERVICE_ORDER_2", started(service));
        // Not the parent: as after the end of the JVM.
        builder.environment().put("MANAGED_SERVICE_JVM", Long.toString(service.pid()));

        Process guard = processes.add(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());

        assertThat(guard.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertEnds(service);
    }

    private static boolean isZombie(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") Z ");
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void finds_everybody_without_a_scout() throws Exception {
        Process limitedOne = marked();
        Process marked = processes.start(
                "env", ProcessMark.VARIABLE + "=" + cookie, "/bin/sh", "-c", "echo up; exec sleep 1000");

        guardWith("BEGIN { exit 3 }", expect, started(sleeping()));

        assertEnds(limitedOne, marked);
    }

    @Test
    void ends_a_chain_that_forks_all_the_time_without_a_scout() throws Exception {
        Token token = Token.next();
        Process service = processes.start("/bin/sh", "-c", limited + Habits.CHAIN.script(), "sh", token.longTime());
        String[] orders = {expect, started(service)};
        try {

            guardWith("BEGIN { exit 3 }", orders);

            // Hardly any look sees it, so there are many.
            for (int i = 0; i < 50; i++) {
                assertThat(token.processes()).isEmpty();
            }
        } finally {
            guardWith(GuardScripts.SCOUT, orders);
        }
    }

    /** The scout sees that process and no other. */
    private void guardWithScout(String identity, String... orders) throws Exception {
        guardWith("BEGIN { getline; print \"" + identity + "\" }", orders);
    }

    /** Lets the script run with its output in a pipe, as it does beside a JVM, and with another program for a scout. */
    private void guardWith(String scout, String... orders) throws Exception {
        guardAfter(scout(scout), orders);
    }

    private static String scout(String program) {
        return "export LC_ALL=C; MANAGED_SERVICE_SCOUT=" + ShellWord.quote(program);
    }

    /** It reads the uptime elsewhere. */
    private void guardWithUptime(Path uptime, String scout, String... orders) throws Exception {
        run(GuardScripts.GUARD.replace("/proc/uptime", uptime.toString()), scout(scout), orders);
    }

    private void guard(String... orders) throws Exception {
        GuardProcess.sweep(orders(orders), true).awaitExit(Duration.ofDays(1));
    }

    /** Lets the script run in a shell that was prepared for it. */
    private void guardAfter(String preparation, String... orders) throws Exception {
        run(GuardScripts.GUARD, preparation, orders);
    }

    private void run(String script, String preparation, String... orders) throws Exception {
        int code = new ProcessBuilder("/bin/sh", "-c", preparation + "\n" + script, "managed-service-guard")
                .redirectInput(orders(orders).toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    /** The text of one function of the script. */
    private static String function(String name) {
        int begin = GuardScripts.GUARD.indexOf("\n" + name + "() {") + 1;
        return GuardScripts.GUARD.substring(begin, GuardScripts.GUARD.indexOf("\n}\n", begin) + 3);
    }

    private Path orders(String... orders) throws Exception {
        return Files.writeString(files.resolve("orders"), String.join("\n", orders) + "\n");
    }

    private String stop(int tenths, String command) {
        return "stop " + cookie + " " + tenths + " " + command;
    }

    private String started(Process process) {
        return started(process, 0);
    }

    /** Tells a start time so many clock ticks later than that of the process. */
    private String started(Process process, long later) {
        return started(process.pid(), later);
    }

    private String started(long pid, long later) {
        return "started " + cookie + " " + processes.identity(pid, later);
    }

    private static void assertEnds(Process... ended) throws InterruptedException {
        for (Process process : ended) {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void assertSpared(Process process) {
        assertThat(process.isAlive()).isTrue();
    }

    /** A process without a mark. */
    private Process sleeping() throws Exception {
        return shell("echo up; exec sleep 1000");
    }

    private Process marked() throws Exception {
        return marked(mark);
    }

    private Process marked(ProcessMark its) throws Exception {
        return shell(PlainProcesses.limit(its) + "echo up; exec sleep 1000");
    }

    private Process shell(String script) throws Exception {
        return processes.start("/bin/sh", "-c", script);
    }

    /** A process whose name, which is that of its program, holds what the kernel puts around names. */
    private Process named(String name) throws Exception {
        Path program = ExecutableFile.copy(Path.of("/bin/sh"), files.resolve(name));
        return processes.start(program.toString(), "-c", "echo up; read forever");
    }
}
