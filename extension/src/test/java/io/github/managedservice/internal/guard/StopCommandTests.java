package io.github.managedservice.internal.guard;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StopCommandTests {

    @Test
    void needs_a_program() {
        assertThatThrownBy(() -> new StopCommand(List.of(), Path.of("/"), Map.of(), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A stop command needs at least a program.");
    }

    @Test
    void needs_a_limit_that_can_be_met() {
        assertThatThrownBy(() -> new StopCommand(List.of("/bin/true"), Path.of("/"), Map.of(), Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The limit of a stop command must not be negative: PT-1S.");
    }
}
