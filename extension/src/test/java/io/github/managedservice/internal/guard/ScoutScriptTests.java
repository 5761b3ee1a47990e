package io.github.managedservice.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.managedservice.Eventually;
import io.github.managedservice.ExecutableFile;
import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.os.ProcessTable;
import io.github.managedservice.internal.os.ProcessTables;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asks the guard's scout whom it sees, with each awk that may be there. */
@EnabledOnOs(OS.LINUX)
class ScoutScriptTests {

    private final ProcessMark mark = MarkNumbers.newMark();
    private final ProcessMark other = MarkNumbers.newMark();
    private final ProcessTable table = ProcessTables.ofThisPlatform();
    private final PlainProcesses processes = new PlainProcesses();
    private final Path script;

    ScoutScriptTests(@TempDir Path files) {
        this.script = files.resolve("scout.awk");
    }

    /** Without its limit on new processes, which a busy machine exceeds. */
    @BeforeEach
    void write_script() throws Exception {
        Files.writeString(script, GuardScripts.SCOUT.replace("many > 3000", "many < 0"));
    }

    @AfterEach
    void nothing_is_left() {
        processes.close();
    }

    /** A shell may have a process of its own write a here-document that is longer than this, and never wait for it. */
    @Test
    void is_short_enough_for_a_here_document() {
        assertThat(GuardScripts.SCOUT.length()).isLessThanOrEqualTo(4096);
    }

    @ParameterizedTest
    @EnumSource
    void sees_who_carries_the_limit_and_ends_with_the_last_of_them(Awk awk) throws Exception {
        Process first = limited(mark, "exec sleep 1000");
        Process second = limited(mark, "exec sleep 1000");
        limited(other, "exec sleep 1000");
        List<String> expected = List.of(identity(first), identity(second));

        assertThat(seenBy(awk, mark, mark)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void sees_who_has_lowered_the_soft_limit_but_not_the_hard_one(Awk awk) throws Exception {
        long cookie = mark.cookie();
        Process lowered = processes.start(
                "/bin/sh",
                "-c",
                "{ ulimit -w " + cookie + " || ulimit -x " + cookie + "; } 2>/dev/null; "
                        + "{ ulimit -S -w 5 || ulimit -S -x 5; } 2>/dev/null; echo up; exec sleep 1000");
        String expected = identity(lowered);

        assertThat(seenBy(awk, mark)).containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource
    void sees_the_mark_in_an_environment(Awk awk) throws Exception {
        assumeTrue(awk.readsNul(), () -> awk + " cannot read NULs, which leaves this to grep");
        Process nested = processes.start(
                "env",
                "A=1",
                ProcessMark.VARIABLE + "=5:" + mark.cookie() + ":9",
                "/bin/sh",
                "-c",
                "echo up; exec sleep 1000");
        String expected = identity(nested);

        assertThat(seenBy(awk, mark)).containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource
    void sees_nobody_for_the_lack_of_a_mark(Awk awk) throws Exception {
        limited(other, "exec sleep 1000");
        String variable = ProcessMark.VARIABLE + "=";
        for (String resembling : List.of(
                variable + mark.cookie() + "1",
                variable + "1" + mark.cookie(),
                "OTHER=" + variable + mark.cookie(),
                // Two records to an awk that cannot read NULs.
                "OTHER=\n\n" + variable + mark.cookie())) {
            processes.start("env", "-i", resembling, "/bin/sh", "-c", "echo up; exec sleep 1000");
        }

        assertThat(scout(awk, mark).rest()).containsExactly("over");
    }

    @ParameterizedTest
    @EnumSource
    void does_not_say_that_it_looked_if_it_is_told_nothing(Awk awk) throws Exception {
        Process scout = awk.start(script);

        scout.getOutputStream().close();

        assertThat(scout.getInputStream().readAllBytes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void looks_for_all_marks_at_once(Awk awk) throws Exception {
        Process first = limited(mark, "exec sleep 1000");
        Process second = limited(other, "exec sleep 1000");
        List<String> expected = List.of(identity(first), identity(second));

        assertThat(seenBy(awk, mark, other)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void reads_the_start_time_behind_any_name(Awk awk) throws Exception {
        Path program = ExecutableFile.copy(Path.of("/bin/sleep"), script.resolveSibling("two\nlines) R 1 (x"));
        Process named = limited(mark, "exec '" + program + "' 1000");
        Path name = Path.of("/proc/" + named.pid() + "/comm");
        Eventually.holds(() -> Files.readString(name).startsWith("two"));
        String expected = identity(named);

        assertThat(seenBy(awk, mark)).containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource
    void passes_over_the_dead(Awk awk) throws Exception {
        // The one that should wait for its child does not, so that it stays a zombie.
        Process parent = limited(mark, "sh -c 'echo $$' & exec sleep 1000");
        long zombie = Long.parseLong(processes.lines().next());
        awaitZombie(zombie);
        String expected = identity(parent);

        assertThat(seenBy(awk, mark)).containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource
    void sees_who_lives_on_although_its_first_thread_has_ended(Awk awk) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "there is no Python, which can end a first thread");
        Process process = limited(
                mark,
                "exec python3 -c 'import ctypes, threading, time;"
                        + " threading.Thread(target=time.sleep, args=(1000,)).start();"
                        + " ctypes.CDLL(None).pthread_exit(None)'");
        awaitZombie(process.pid());
        String expected = identity(process);

        assertThat(seenBy(awk, mark)).containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource
    void sees_who_was_born_when_pids_had_begun_anew(Awk awk) throws Exception {
        awk.assumeThere();
        assumeTrue(
                new ProcessBuilder(ownPids("true")).start().waitFor() == 0,
                "only root, where the kernel lets it, can have pids begin anew");
        String parent = PlainProcesses.limit(mark)
                + "echo up; read -r _; echo $(($1 - 1)) >/proc/sys/kernel/ns_last_pid; sleep 1000 & wait";
        String namespaced = """
                max=$(cat /proc/sys/kernel/pid_max)
                echo $((max - 100)) >/proc/sys/kernel/ns_last_pid
                mkfifo "$1"
                sh -c "$2" parent "$max" <"$1" &
                parent=$!
                exec 3>"$1"
                read -r _
                read -r _ _ _ _ newest </proc/loadavg
                echo "$newest $max $3 /proc/$parent" | LC_ALL=C %s -f "$4" &
                read -r _
                echo >&3
                wait
                """.formatted(awk.command());
        Process namespace = processes.start(ownPids(
                namespaced,
                script.resolveSibling("go").toString(),
                parent,
                Long.toString(mark.cookie()),
                script.toString()));
        OutputStream go = namespace.getOutputStream();

        go.write('\n');
        go.flush();
        assertThat(processes.lines().next()).matches("\\d+ \\d+");
        go.write('\n');
        go.flush();

        assertThat(processes.lines().next()).matches("\\d{3} \\d+ \\d+\\.\\d\\d");
    }

    @ParameterizedTest
    @EnumSource
    void sees_who_was_born_since(Awk awk) throws Exception {
        // On a busy machine it would give up before.
        Files.writeString(script, Files.readString(script).replace("rounds < 2000 + olds", "rounds >= 0"));
        Process parent = limited(mark, "read -r _; sleep 1000 & echo $!; exec sleep 1000");
        SentScout scout = scout(awk, mark);
        assertThat(scout.next()).isEqualTo(identity(parent));

        double before = uptime();
        parent.getOutputStream().write('\n');
        parent.getOutputStream().flush();
        long child = Long.parseLong(processes.lines().next());
        try {
            String line = scout.next();
            assertThat(line).matches(processes.identity(child, 0) + " \\d+\\.\\d\\d");
            assertThat(Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .isBetween(before, uptime());
        } finally {
            parent.destroyForcibly();
            ProcessHandle.of(child).orElseThrow().destroyForcibly();
        }
        assertThat(scout.rest()).containsExactly("over");
    }

    @ParameterizedTest
    @EnumSource
    void looks_at_those_born_since_before_most_of_the_others(Awk awk) throws Exception {
        Process before = limited(mark, "exec sleep 1000");
        Process since = limited(mark, "exec sleep 1000");
        List<Long> others =
                new ArrayList<>(Collections.nCopies(100, ProcessHandle.current().pid()));
        others.add(before.pid());
        List<String> expected = List.of(identity(since), identity(before));

        SentScout scout = scout(awk, before.pid(), others, mark);

        assertThat(List.of(scout.next(), scout.next()))
                .zipSatisfy(expected, (line, identity) -> assertThat(line).startsWith(identity));
    }

    @ParameterizedTest
    @EnumSource
    void sees_the_only_one_who_was_there_before(Awk awk) throws Exception {
        Process only = limited(mark, "exec sleep 1000");

        assertThat(scout(awk, table.newestPid(), List.of(only.pid()), mark).next())
                .isEqualTo(identity(only));
    }

    @ParameterizedTest
    @EnumSource
    void looks_at_the_very_first_who_was_born_since(Awk awk) throws Exception {
        Process first = limited(mark, "exec sleep 1000");

        assertThat(scout(awk, first.pid() - 1, List.of(), mark).next()).startsWith(identity(first));
    }

    @ParameterizedTest
    @EnumSource
    void leaves_it_to_others_where_too_many_were_born(Awk awk) throws Exception {
        Files.writeString(script, GuardScripts.SCOUT);
        Process process = limited(mark, "exec sleep 1000");
        long before = Math.floorMod(table.newestPid() - 5000, table.pidLimit());

        assertThat(scout(awk, before, List.of(process.pid()), mark).next()).isEqualTo("over");
    }

    /** Everyone it sees, until it ends because they do. */
    private List<String> seenBy(Awk awk, ProcessMark... marks) throws Exception {
        SentScout scout = scout(awk, marks);
        List<String> all = new ArrayList<>();
        for (ProcessMark ignored : marks) {
            all.add(scout.next());
        }
        processes.kill();
        scout.rest().stream().filter(line -> !line.equals("over")).forEach(all::add);
        return all;
    }

    /** Tells it of all pids there are, as the guard does. */
    private SentScout scout(Awk awk, ProcessMark... marks) throws Exception {
        return scout(
                awk,
                table.newestPid(),
                ProcessHandle.allProcesses().map(ProcessHandle::pid).toList(),
                marks);
    }

    private SentScout scout(Awk awk, long newest, List<Long> before, ProcessMark... marks) throws Exception {
        String cookies =
                Stream.of(marks).map(each -> Long.toString(each.cookie())).collect(Collectors.joining("|"));
        String pids = before.stream().map(pid -> "/proc/" + pid).collect(Collectors.joining(" "));
        return new SentScout(awk, script, newest + " " + table.pidLimit() + " " + cookies + " " + pids);
    }

    /** A shell in a pid namespace of its own, which ends with it. */
    private static String[] ownPids(String... script) {
        List<String> command = new ArrayList<>(
                List.of("unshare", "-p", "-f", "--mount-proc", "--kill-child", "sh", "-c", script[0], "sh"));
        command.addAll(List.of(script).subList(1, script.length));
        return command.toArray(String[]::new);
    }

    private static double uptime() throws Exception {
        return Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ", -1)[0]);
    }

    private static void awaitZombie(long pid) {
        Path stat = Path.of("/proc/" + pid + "/stat");
        Eventually.holds(() -> Files.readString(stat).contains(") Z "));
    }

    private String identity(Process process) {
        return processes.identity(process.pid(), 0);
    }

    private Process limited(ProcessMark carried, String script) throws Exception {
        return processes.start("/bin/sh", "-c", PlainProcesses.limit(carried) + "echo up; " + script);
    }
}
