package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.Eventually;
import io.github.managedservice.JavaCommand;
import io.github.managedservice.internal.guard.StopCommand;
import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.output.OutputLog;
import io.github.managedservice.internal.process.Launch;
import io.github.managedservice.internal.text.SecretMask;
import io.github.managedservice.service.ServiceSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** All waits of a stop share one {@code stopTimeout}. */
@EnabledOnOs(OS.LINUX)
class PoliteStopTests {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration FOR_COMMAND = Duration.ofSeconds(10);

    /** What is left for the children, which is waited for in fact. */
    private static final Duration REST = Duration.ofMillis(50);

    private final Path folder;

    PoliteStopTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void what_the_service_has_used_is_not_for_its_children() throws Exception {
        assertThat(limitsOfStop(List.of(), STOP_TIMEOUT.minus(REST))).containsExactly(STOP_TIMEOUT);
    }

    @Test
    void what_the_stop_command_has_used_is_not_for_the_service() throws Exception {
        Duration left = STOP_TIMEOUT.minus(FOR_COMMAND);

        assertThat(limitsOfStop(List.of("/bin/true"), FOR_COMMAND, left.minus(REST)))
                .containsExactly(STOP_TIMEOUT, left);
    }

    /** A signal other than TERM takes a program. */
    @Test
    void what_cannot_be_asked_or_thawed_is_not_waited_for() throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -n 200; exec \"$@\"", "limited"));
        command.addAll(JavaCommand.of(JavaCommand.QUICK, StopWithoutPrograms.class, folder.toString()));

        Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        String message = "' cannot be asked to end, so it is killed: java\\.io\\.IOException: .*Too many open files.*";
        assertThat(printed.lines().filter(line -> line.startsWith("Stopped") || line.startsWith("Logged")))
                .as(printed)
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Stopped running: false, waited false []"),
                        line -> assertThat(line).isEqualTo("Stopped frozen: false, waited false []"),
                        line -> assertThat(line).matches("Logged: Service 'running" + message),
                        line -> assertThat(line).matches("Logged: Service 'frozen" + message));
    }

    /** Stops a service that hears neither its signal nor its stop command. Takes how long each wait but the last one seems to last. */
    private List<Duration> limitsOfStop(List<String> stopCommand, Duration... waits) throws Exception {
        NotedWaits time = new NotedWaits(waits);
        ServiceSpec spec = ShellService.of("deaf", "").stopTimeout(STOP_TIMEOUT).build();
        Launch launch = new Launch(
                List.of("/bin/sh", "-c", "trap '' TERM; echo up; exec sleep 1000"),
                folder,
                Map.of(),
                MarkNumbers.newMark());
        Optional<StopRequest> request = Optional.of(stopCommand)
                .filter(command -> !command.isEmpty())
                .map(command -> new StopCommand(command, folder, Map.of(), STOP_TIMEOUT))
                .map(command -> new StopRequest("deaf", command, launch.mark(), PoliteStopTests::noMask, time));
        try (OutputLog log = OutputLog.open(folder.resolve("service.log"))) {
            ServiceRun run = ServiceRun.start("deaf", launch, request, log, time);
            try {
                Eventually.holds(() -> log.position() > 0);
                long began = System.nanoTime();

                assertThat(new PoliteStop(spec.declaration(), run, PoliteStopTests::noMask, time).askAndWait())
                        .isFalse();

                assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(REST, FOR_COMMAND);
                return List.copyOf(time.limits());
            } finally {
                run.end();
            }
        }
    }

    static SecretMask noMask() {
        return SecretMask.of(List.of(), Map.of(), List.of());
    }
}
