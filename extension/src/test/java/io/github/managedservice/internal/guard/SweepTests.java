package io.github.managedservice.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.JavaCommand;
import io.github.managedservice.internal.process.Lines;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SweepTests {

    @Test
    void a_run_that_is_soon_over_waits_for_it_at_its_end() throws Exception {
        List<String> command = JavaCommand.of(JavaCommand.QUICK, SweepingProgram.class);
        Process jvm = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            Lines lines = new Lines(jvm.getInputStream());
            assertThat(lines.next()).isEqualTo("looks");

            assertThat(jvm.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
            jvm.getOutputStream().close();

            assertThat(lines.next()).isEqualTo("has looked");
            assertThat(jvm.waitFor()).isZero();
        } finally {
            jvm.destroyForcibly().waitFor();
        }
    }
}
