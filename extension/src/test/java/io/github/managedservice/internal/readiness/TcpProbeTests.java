package io.github.managedservice.internal.readiness;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TcpProbeTests {

    @Test
    void is_ready_when_the_port_accepts() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getAllByName("127.0.0.1")[0])) {

            ProbeResult attempt = new TcpProbe("127.0.0.1", listener.getLocalPort()).attempt();

            assertThat(attempt).isEqualTo(new ProbeResult.Ready());
        }
    }

    @Test
    void takes_a_good_leave_of_the_service() throws Exception {
        try (CannedServer server = CannedServer.silent()) {

            new TcpProbe("127.0.0.1", server.port()).attempt();

            assertThat(server.farewell().get(10, SECONDS)).isEqualTo("end");
        }
    }

    @Test
    void says_which_port_refused() throws Exception {
        try (RefusingPort port = new RefusingPort()) {

            ProbeResult attempt = new TcpProbe("127.0.0.1", port.number()).attempt();

            assertThat(attempt).isEqualTo(new ProbeResult.NotYet("was not answered: connection refused"));
        }
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void gives_up_on_a_port_that_does_not_answer() throws Exception {
        try (FullListener listener = new FullListener()) {

            ProbeResult attempt = new TcpProbe("127.0.0.1", listener.port(), Duration.ofMillis(50)).attempt();

            assertThat(attempt).asString().contains("reason=was not answered, detail=the longest try waited ");
        }
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void an_interrupt_ends_an_attempt_that_hangs() throws Exception {
        try (FullListener listener = new FullListener()) {
            TcpProbe probe = new TcpProbe("127.0.0.1", listener.port(), Duration.ofHours(1));
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread thread = new Thread(() -> interrupted.complete(isInterrupted(probe)), "probe");
            thread.start();

            thread.interrupt();

            assertThat(interrupted.get(10, SECONDS)).isTrue();
        }
    }

    @Test
    void says_which_host_is_unknown() throws Exception {
        ProbeResult attempt = new TcpProbe("no such host", 4711).attempt();

        assertThat(attempt).isEqualTo(new ProbeResult.NotYet("was not answered: unknown host 'no such host'"));
    }

    @Test
    void is_described_by_its_target() {
        assertThat(new TcpProbe("localhost", 4711).description()).isEqualTo("connection to localhost:4711");
        assertThat(new TcpProbe("::1", 4711).description()).isEqualTo("connection to [::1]:4711");
        assertThat(new TcpProbe("[::1]", 4711).description()).isEqualTo("connection to [::1]:4711");
    }

    @Test
    void refuses_what_is_no_port() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TcpProbe("localhost", 0))
                .withMessage("A TCP port is a number from 1 to 65535, not 0");
    }

    @Test
    void refuses_what_is_no_host() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TcpProbe("", 4711))
                .withMessage("A TCP probe needs a host");
    }

    private static boolean isInterrupted(TcpProbe probe) {
        try {
            probe.attempt();
            return false;
        } catch (InterruptedException e) {
            return true; // the thread ends here
        }
    }
}
