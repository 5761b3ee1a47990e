package io.github.managedservice.internal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LowPortHintTests {

    private static final String PORT_80 = "listen EACCES: permission denied 0.0.0.0:80";
    private static final String UNNAMED = "bind: Permission denied";

    @Test
    void compares_the_port_of_the_line_with_those_that_every_user_may_have() {
        assertThat(hints(1024, PORT_80))
                .containsExactly("port 80 is below 1024, and those need root or CAP_NET_BIND_SERVICE:"
                        + " \"listen EACCES: permission denied 0.0.0.0:80\"");
    }

    @Test
    void takes_the_services_own_port_where_the_line_names_none() {
        assertThat(hints(1024, UNNAMED, 443))
                .containsExactly("port 443 is below 1024, and those need root or CAP_NET_BIND_SERVICE:"
                        + " \"bind: Permission denied\"");
    }

    @Test
    void says_nothing_of_ports_that_every_user_may_have() {
        assertThat(hints(0, PORT_80)).isEmpty();
        assertThat(hints(1024, UNNAMED, 4711)).isEmpty();
    }

    private static List<String> hints(int free, String line, Integer... ports) {
        return SeenStart.exited(1).complained(line).ports(ports).hints(new LowPortHint(free));
    }
}
