package io.github.managedservice.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.managedservice.JavaCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** As where one JVM runs the tests again and again, each time in a class loader of its own. */
@EnabledOnOs(OS.LINUX)
class ClassLoaderTests {

    /** In a JVM of its own, for what other tests have had the JDK keep is not the library's. */
    @Test
    void those_that_are_dropped_leave_nothing(@TempDir Path temporary) throws Exception {
        List<String> command = JavaCommand.of(
                List.of("-XX:TieredStopAtLevel=1", "-Xmx64m", "-Djava.io.tmpdir=" + temporary), DroppedLoader.class);

        Path printed = temporary.resolve("printed");
        Process jvm = new ProcessBuilder(command)
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = jvm.waitFor(60, TimeUnit.SECONDS);
        jvm.destroyForcibly().waitFor();

        assertThat(ended).isTrue();
        assertThat(printed).content().contains("Left 0", "Children 0");
    }
}
