package io.github.managedservice.guarantee;

import io.github.managedservice.guarantee.run.Act;
import io.github.managedservice.guarantee.run.HookedService;
import io.github.managedservice.guarantee.run.NextRun;
import io.github.managedservice.guarantee.run.TestJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The JVM of a round. */
final class TestRun {

    private static final Duration TICK = Duration.ofMillis(1);

    private final RoundDirectory directory;
    private final Identity jvm;

    private TestRun(RoundDirectory directory, Identity jvm) {
        this.directory = directory;
        this.jvm = jvm;
    }

    static TestRun start(RoundDirectory directory, End end, Optional<Path> shadow) {
        directory.write("java", "exec " + quoted(service()) + " \"$word\" \"$port\"\n");
        if (end.isMute()) {
            directory.write("mute", "");
        }
        List<String> command = new ArrayList<>(HeardSignals.prefix());
        command.addAll(command(directory, end, shadow));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.file("jvm.log").toFile());
        Map<String, String> environment = builder.environment();
        if (end.surefire().isPresent()) {
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            environment.put("MAVEN_OPTS", roundProperty(directory) + " -Djava.io.tmpdir=" + directory.file("temp"));
        } else {
            environment.put("GUARANTEE_ROUND", directory.token());
        }
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new TestRun(directory, Proc.of(process.pid()).orElseThrow().identity());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Identity jvm() {
        return jvm;
    }

    /** Runs another JVM with a service of its own, which has nothing of this round but the temporary directory. */
    void playAnother(Duration limit, String... wrapper) {
        List<String> command = new ArrayList<>(List.of(wrapper));
        command.addAll(new JavaProgram(NextRun.class.getName())
                .with(List.of("-Djava.io.tmpdir=" + directory.file("temp")))
                .command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.file("next.log").toFile());
        try {
            Process next = builder.start();
            if (!next.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                next.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells from now on when the service's last process is gone. */
    Lifeline lifeline() {
        return Lifeline.listen(directory.lifeline());
    }

    PidLimit pidLimit() {
        return PidLimit.of(directory);
    }

    /** The temporary directory of the run. */
    Path temporary() {
        return directory.file("temp");
    }

    ServicePorts ports() {
        return new ServicePorts(directory);
    }

    /** Makes a file that somebody in the round waits for. */
    void tell(String file) {
        directory.write(file, "");
    }

    /** What the JVM has printed so far, and what it says of its tests. */
    String output() {
        return String.join("\n", directory.lines("jvm.log")) + "\n" + String.join("\n", directory.lines("result"));
    }

    /** Waits for a file of the round; false if the JVM ends first or the time is over. */
    boolean await(String file, Duration limit) {
        Moment begin = Moment.now();
        while (!directory.has(file)) {
            if (!Proc.lives(jvm) || begin.isOlderThan(limit)) {
                return false;
            }
            Pause.of(TICK);
        }
        return true;
    }

    boolean awaitEnd(Duration limit) {
        Moment begin = Moment.now();
        while (Proc.lives(jvm)) {
            if (begin.isOlderThan(limit)) {
                return false;
            }
            Pause.of(TICK);
        }
        return true;
    }

    private static List<String> command(RoundDirectory directory, End end, Optional<Path> shadow) {
        List<String> properties = properties(directory, end);
        if (end.surefire().isPresent()) {
            return MavenRun.command(directory, properties, end.surefire().get(), end.testCase());
        }
        JavaProgram program = new JavaProgram(TestJvm.class.getName())
                .on(end.surroundings().classPath(directory))
                .with(properties)
                .with(end.jvmArguments().stream()
                        .map(argument -> argument.replace(Member.BYSTANDER, directory.token() + "0"))
                        .toList());
        shadow.ifPresent(program::shadowedBy);
        return end.surroundings()
                .wrap(program.command(TestJvm.class.getPackageName() + '.' + end.testCase()), directory);
    }

    private static List<String> properties(RoundDirectory directory, End end) {
        return List.of(
                roundProperty(directory),
                "-D" + Act.PROPERTY + "=" + end.act(),
                "-Dguarantee.shell=" + end.surroundings().shell(directory),
                "-Dguarantee.lingers=" + end.isOfScope(),
                "-Dguarantee.group=" + PidLimit.of(directory).group(),
                "-Djava.io.tmpdir=" + directory.file("temp"),
                // A crash is to leave its traces here, and no dump of memory.
                "-XX:ErrorFile=" + directory.file("hs_err.log"),
                "-XX:-CreateCoredumpOnCrash");
    }

    private static String roundProperty(RoundDirectory directory) {
        return "-Dguarantee.round=" + directory.path();
    }

    private static List<String> service() {
        return new JavaProgram(HookedService.class.getName()).command();
    }

    private static String quoted(List<String> words) {
        return String.join(
                " ",
                words.stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .toList());
    }
}
