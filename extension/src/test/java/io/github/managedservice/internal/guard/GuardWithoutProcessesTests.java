package io.github.managedservice.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.managedservice.Eventually;
import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.os.ProcessEntry;
import io.github.managedservice.internal.os.ProcessMark;
import io.github.managedservice.internal.os.ProcessTable;
import io.github.managedservice.internal.os.ProcessTables;
import io.github.managedservice.internal.process.BackOff;
import io.github.managedservice.internal.text.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lets the guard's script run where it can start no process, by a limit that does not hold for root. */
@EnabledOnOs(OS.LINUX)
class GuardWithoutProcessesTests {

    private static final String LIMITED = "ulimit -S -p 1 2>/dev/null || ulimit -S -u 1; ";

    private final ProcessMark mark = MarkNumbers.newMark();
    private final long cookie = mark.cookie();
    private final PlainProcesses processes = new PlainProcesses();
    private final List<String> asPlainUser = new ArrayList<>();
    private final Path files;

    GuardWithoutProcessesTests(@TempDir Path files) {
        this.files = files;
    }

    @BeforeEach
    void become_a_plain_user() throws Exception {
        assumeTrue(isThere("prlimit"), "there is no prlimit, which lets the guard go on");
        if (Files.getOwner(Path.of("/proc/self")).getName().equals("root")) {
            assumeTrue(isThere("setpriv"), "there is no setpriv, by which root becomes a plain user");
            // One that has no other processes, and cannot have been chosen by a test beside this one.
            int user = ThreadLocalRandom.current().nextInt(1_000_000_000, Integer.MAX_VALUE);
            asPlainUser.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
            Files.setPosixFilePermissions(files, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
    }

    @AfterEach
    void nothing_is_left() {
        processes.close();
    }

    @ParameterizedTest
    @ValueSource(strings = "dash")
    void kills_a_service_that_it_cannot_ask_and_asks_once_it_can(String shell) throws Exception {
        Path asked = files.resolve("asked");
        Process service = service("setsid sleep 1000 & echo $!; exec sleep 1000");
        long daemon = Long.parseLong(processes.lines().next());

        Process guard = guard(
                shell,
                "expect " + cookie,
                "stop " + cookie + " 100 echo asked >>" + asked,
                "started " + cookie + " " + processes.identity(service.pid(), 0),
                "ready " + cookie);

        assertThat(service.waitFor(20, TimeUnit.SECONDS)).isTrue();
        awaitEnd(daemon);
        assertThat(asked).doesNotExist();
        letGoOn(guard);
        assertThat(guard.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(guard.exitValue()).isZero();
        assertThat(asked).hasContent("asked");
    }

    @ParameterizedTest
    @ValueSource(strings = "dash")
    void hands_over_its_orders_where_no_other_user_can_read_them(String shell) throws Exception {
        Path asked = files.resolve("asked");
        Process service = service("exec sleep 1000");

        Process guard = guard(
                shell,
                "expect " + cookie,
                "stop " + cookie + " 100 PASSWORD=hunter2; env | grep -c -e hunter2 -e MANAGED_SERVICE_ORDER >" + asked,
                "started " + cookie + " " + processes.identity(service.pid(), 0),
                "ready " + cookie);

        assertThat(service.waitFor(20, TimeUnit.SECONDS)).isTrue();
        Path arguments = Path.of("/proc/" + guard.pid() + "/cmdline");
        Eventually.holds(() -> Files.readString(arguments).contains("ending"));
        assertThat(Files.readString(arguments)).doesNotContain("hunter2");
        letGoOn(guard);
        assertThat(guard.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(asked).hasContent("0");
    }

    @ParameterizedTest
    @ValueSource(strings = "dash")
    void deletes_directories_once_it_can(String shell) throws Exception {
        Path directory = files.resolve("it's one");
        run("mkdir", directory.toString());

        Process guard = guard(
                shell, "created 1 " + ShellWord.quote(directory.toString()), "expect " + cookie, "ended " + cookie);
        letGoOn(guard);

        assertThat(guard.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(directory).doesNotExist();
    }

    private Process service(String script) throws Exception {
        return processes.start(command("/bin/sh", "-c", PlainProcesses.limit(mark) + "echo up; " + script));
    }

    private Process guard(String shell, String... orders) throws Exception {
        assumeTrue(isThere(shell), "there is no " + shell);
        Path bin = Files.createDirectories(files.resolve("bin"));
        Path link = bin.resolve("sh");
        Files.createSymbolicLink(link, Path.of("/bin", shell));
        Path input = Files.writeString(files.resolve("orders"), String.join("\n", orders) + "\n");
        ProcessBuilder builder = new ProcessBuilder(command(
                        link.toString(), "-c", LIMITED + "eval \"$MANAGED_SERVICE_GUARD\"", "managed-service-guard"))
                .redirectInput(input.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PATH", bin + ":/usr/bin:/bin");
        builder.environment().put(GuardProcess.GIVEN_VARIABLE, "C");
        builder.environment().put("MANAGED_SERVICE_GUARD", GuardScripts.GUARD);
        builder.environment().put("MANAGED_SERVICE_SCOUT", GuardScripts.SCOUT);
        return processes.add(builder.start());
    }

    /** Raises the limit, once the guard has it, as far as a plain user may. */
    private void letGoOn(Process guard) throws Exception {
        BackOff backOff = new BackOff(Duration.ofSeconds(20));
        String[] limits = limits(guard);
        while (!limits[0].equals("1")) {
            assertThat(backOff.isOver()).as("it has no limit").isFalse();
            backOff.pause();
            limits = limits(guard);
        }
        run(command("prlimit", "--pid", Long.toString(guard.pid()), "--nproc=" + limits[1] + ":" + limits[1]));
    }

    /** How many processes its user may have: the soft limit and the hard one. */
    private static String[] limits(Process guard) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + guard.pid() + "/limits"))) {
            return lines.filter(line -> line.startsWith("Max processes"))
                    .map(line ->
                            line.substring("Max processes".length()).strip().split(" +"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private String[] command(String... words) {
        List<String> all = new ArrayList<>(asPlainUser);
        all.addAll(List.of(words));
        return all.toArray(String[]::new);
    }

    private static boolean isThere(String program) {
        return Files.isExecutable(Path.of("/usr/bin", program)) || Files.isExecutable(Path.of("/bin", program));
    }

    private static void awaitEnd(long pid) throws Exception {
        ProcessTable table = ProcessTables.ofThisPlatform();
        BackOff backOff = new BackOff(Duration.ofSeconds(20));
        while (table.entry(pid).filter(ProcessEntry::alive).isPresent()) {
            assertThat(backOff.isOver()).as("it lives on").isFalse();
            backOff.pause();
        }
    }
}
