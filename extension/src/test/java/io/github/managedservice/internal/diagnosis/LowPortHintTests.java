package io.github.managedservice.internal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LowPortHintTests {

    @Test
    void compares_the_port_of_the_line_with_those_that_every_user_may_have() {
        assertThat(new LowPortHint(1024).from(printed("listen EACCES: permission denied 0.0.0.0:80")))
                .containsExactly("port 80 is below 1024, and those need root or CAP_NET_BIND_SERVICE:"
                        + " \"listen EACCES: permission denied 0.0.0.0:80\"");
    }

    @Test
    void takes_the_services_own_port_where_the_line_names_none() {
        assertThat(new LowPortHint(1024).from(printed("bind: Permission denied", 443)))
                .containsExactly("port 443 is below 1024, and those need root or CAP_NET_BIND_SERVICE:"
                        + " \"bind: Permission denied\"");
    }

    @Test
    void says_nothing_of_ports_that_every_user_may_have() {
        assertThat(new LowPortHint(0).from(printed("listen EACCES: permission denied 0.0.0.0:80")))
                .isEmpty();
        assertThat(new LowPortHint(1024).from(printed("bind: Permission denied", 4711)))
                .isEmpty();
    }

    private static Evidence printed(String line, Integer... ports) {
        Printed printed = new Printed(List.of(new SeenLine(line, true, Instant.EPOCH, text -> text)), List.of());
        Launched launched = new Launched(List.of("/bin/sh"), Path.of("/"), Map.of(), Set.of(ports));
        return new Evidence(launched, new Ending.Exited(1, 1, Duration.ZERO), printed, List.of(), LivingProcesses.NONE);
    }
}
