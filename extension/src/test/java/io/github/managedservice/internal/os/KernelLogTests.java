package io.github.managedservice.internal.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KernelLogTests {

    @Test
    void ends_its_thread() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/dev/kmsg")), "the messages of the kernel cannot be read here");
        KernelLog.since(Duration.ofDays(1));

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("managed-service-kernel-log")) {
                thread.join(10_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }
}
