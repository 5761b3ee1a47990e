package io.github.managedservice.internal.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.managedservice.internal.os.ProcessMark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchTests {

    @Test
    void needs_a_program() {
        assertThatThrownBy(() -> new Launch(List.of(), Path.of("/"), Map.of(), new ProcessMark(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A command needs at least a program.");
    }
}
