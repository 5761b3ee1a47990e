package io.github.managedservice.internal.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.managedservice.internal.os.MarkNumbers;
import io.github.managedservice.internal.process.ChildProcess;
import io.github.managedservice.internal.process.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class LastLineReaderTests {

    /** Two descriptors of each attempt would be left otherwise, until a collection of garbage. */
    @Test
    void closes_what_it_has_read() throws Exception {
        String script = "echo printed; echo one >&2; echo complained >&2";
        ChildProcess process = ChildProcess.startHelper(
                "drained", new Launch(List.of("/bin/sh", "-c", script), Path.of("/"), Map.of(), MarkNumbers.newMark()));

        String lastLine = LastLineReader.lastLine("drain-tests", process).get(20, TimeUnit.SECONDS);

        assertThat(lastLine).isEqualTo("complained");
        assertThatIOException().isThrownBy(process.stdout()::read).withMessage("Stream Closed");
        assertThatIOException().isThrownBy(process.stderr()::read).withMessage("Stream Closed");
    }
}
