package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.managedservice.internal.port.PortLease;
import io.github.managedservice.service.LogLine;
import io.github.managedservice.service.Readiness;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@EnabledOnOs(OS.LINUX)
@Isolated("A port that it gave back may be leased by any service of any other test")
class PortConflictTests {

    /** Notes the port it got, and fails as often as it is told to. */
    private static final String UNLUCKY = "echo $1 >>$2; "
            + "[ $(wc -l <$2) -gt $3 ] || { echo 'bind: Address already in use' >&2; exit 1; }; "
            + "echo ready; exec sleep 1000";

    private final List<ServerSocket> thieves = new ArrayList<>();

    private final Path directory;

    PortConflictTests(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void let_go() throws IOException {
        for (ServerSocket thief : thieves) {
            thief.close();
        }
    }

    @Test
    void a_service_whose_port_was_taken_is_started_on_another() throws Exception {
        ServiceSpec spec = unlucky(2).build();
        try (RunningService service = ServiceLauncher.start(spec)) {

            List<String> ports = Files.readAllLines(directory.resolve("ports"));

            assertThat(ports).hasSize(3).doesNotHaveDuplicates().endsWith(Integer.toString(service.port()));
            assertThat(service.log().lines())
                    .extracting(LogLine::text)
                    .containsExactly("bind: Address already in use", "bind: Address already in use", "ready");
        }
    }

    @Test
    void no_more_than_three_ports_are_tried() throws Exception {
        ServiceSpec spec = unlucky(3).build();

        assertThatExceptionOfType(ServiceStartException.class)
                .isThrownBy(() -> ServiceLauncher.start(spec))
                .withMessageStartingWith("Service 'unlucky' did not become ready: it exited with code 1 after ")
                .withMessageContaining("err | bind: Address already in use");
        assertThat(Files.readAllLines(directory.resolve("ports"))).hasSize(3);
    }

    @Test
    void a_fixed_port_is_tried_once() throws Exception {
        int port;
        try (PortLease free = PortLease.lease()) {
            port = free.port();
        }
        ServiceSpec spec = unlucky(3).port(port).build();

        assertThatExceptionOfType(ServiceStartException.class).isThrownBy(() -> ServiceLauncher.start(spec));

        assertThat(Files.readAllLines(directory.resolve("ports"))).containsExactly(Integer.toString(port));
    }

    @Test
    void an_answer_from_somebody_else_is_none() {
        List<Integer> ports = new ArrayList<>();
        ServiceSpec spec = ShellService.of("robbed", "exec sleep 1000", "${port}")
                .readyWhen(Readiness.check("the port is stolen", service -> ports.add(steal(service.port())))
                        .then(Readiness.url("tcp://127.0.0.1:${port}")))
                .timeout(Duration.ofDays(1))
                .build();

        assertThatExceptionOfType(ServiceStartException.class)
                .isThrownBy(() -> ServiceLauncher.start(spec))
                .satisfies(failure -> assertThat(failure.getMessage())
                        .matches("(?s)Service 'robbed' did not become ready: port " + ports.get(2)
                                + " is answered by pid "
                                + ProcessHandle.current().pid()
                                + " \\([^\n]*java[^\n]*\\), not by 'robbed'\\.\n.*"));
        assertThat(ports).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void an_answer_from_a_child_in_a_session_of_its_own_is_the_services() {
        ServiceSpec spec = ServiceSpec.builder(
                        "/bin/sh",
                        "-c",
                        "setsid \"$@\" & wait",
                        "sh",
                        "${java}",
                        "-cp",
                        "${classpath}",
                        Listener.class.getName(),
                        "${port}")
                .name("parent")
                .build();
        try (RunningService service = ServiceLauncher.start(spec)) {

            assertThat(service.isRunning()).isTrue();
        }
    }

    private ServiceSpec.Builder unlucky(int failures) {
        String ports = directory.resolve("ports").toString();
        return ShellService.of("unlucky", UNLUCKY, "${port}", ports, Integer.toString(failures))
                .readyPattern("^ready");
    }

    private int steal(int port) {
        try {
            thieves.add(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
