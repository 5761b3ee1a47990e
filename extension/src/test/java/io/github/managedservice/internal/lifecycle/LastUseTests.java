package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.managedservice.service.ServiceLauncher;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A port that nobody listens on, and that cannot be bound all the same. */
@EnabledOnOs(OS.LINUX)
class LastUseTests {

    private static final String IN_USE = "echo \"OSError: [Errno 98] Address already in use\" >&2; exit 1";

    @Test
    void is_explained_where_a_fixed_port_cannot_be_claimed() throws Exception {
        int port = portInTimeWait();
        ServiceSpec spec = ShellService.of("fixed", "exec sleep 1000", "${port}")
                .port(port)
                .build();

        assertThatExceptionOfType(ServiceStartException.class)
                .isThrownBy(() -> ServiceLauncher.start(spec))
                .withMessageStartingWith("Service 'fixed' could not be started: Port " + port + " is taken on ")
                .withMessageEndingWith(
                        "; it has connections of its last use in TIME_WAIT for up to 60 s, and the server of"
                                + " that did not set SO_REUSEADDR");
    }

    @Test
    void is_explained_where_a_service_names_it() throws Exception {
        int port = portInTimeWait();

        FailedStart failed = FailedStart.of(
                ShellService.of("named", "echo 127.0.0.1:" + port + ": address already in use >&2; exit 1")
                        .readyPattern("never"));

        assertThat(failed.hints())
                .containsExactly(
                        "port " + port + " has connections of its last use in TIME_WAIT for up to 60 s, and the"
                                + " server does not set SO_REUSEADDR: have it set that, or wait before the restart");
    }

    @Test
    void is_not_suspected_where_there_are_no_such_connections() {
        FailedStart failed =
                FailedStart.of(ShellService.of("free", IN_USE, "${port}").readyPattern("never"));

        assertThat(failed.hints()).isEmpty();
    }

    /** Closed first by the server, which has not set SO_REUSEADDR. */
    private static int portInTimeWait() throws IOException {
        InetAddress loopback = InetAddress.getAllByName("127.0.0.1")[0];
        try (ServerSocket listener = new ServerSocket()) {
            listener.setReuseAddress(false);
            listener.bind(new InetSocketAddress(loopback, 0));
            try (Socket client = new Socket(loopback, listener.getLocalPort())) {
                listener.accept().close();
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
            return listener.getLocalPort();
        }
    }
}
